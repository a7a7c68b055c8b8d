package io.facet.registry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses REGISTRY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.facet.registry");

  @Test
  void the_ports_know_no_adapter() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.facet.registry",
            "..registry.runs",
            "..registry.models",
            "..registry.artifacts",
            "..registry.leases")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..registry.mlflow",
            "..registry.memory",
            "..registry.files",
            "..registry.blob",
            "..registry.storage",
            "com.azure..",
            "org.mlflow..",
            "tools.jackson..")
        .check(REGISTRY);
  }

  @Test
  void only_the_adapter_knows_mlflow() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.facet.registry.mlflow")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.mlflow..")
        .check(REGISTRY);
  }

  @Test
  void only_the_adapter_knows_azure() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.facet.registry.blob")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.azure..")
        .check(REGISTRY);
  }

  @Test
  void packages_do_not_go_round_in_circles() {
    slices().matching("io.facet.registry.(*)..").should().beFreeOfCycles().check(REGISTRY);
  }

  @Test
  void the_registry_sees_neither_training_nor_service_nor_spring_nor_smile() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.facet.training..", "io.facet.service..", "org.springframework..", "smile..")
        .check(REGISTRY);
  }
}
