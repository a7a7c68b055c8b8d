package io.facet.training;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses TRAINING =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.facet.training");

  @Test
  void only_the_families_know_smile_and_the_matrices() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.facet.training.families..",
            "io.facet.training.selection",
            "io.facet.training.gate",
            "io.facet.training.drift")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("smile..", "org.ejml..")
        .check(TRAINING);
  }

  @Test
  void judging_takes_nothing_from_smile_but_a_distribution() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.facet.training.selection", "io.facet.training.gate", "io.facet.training.drift")
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("smile..")
                .and(not(JavaClass.Predicates.resideInAPackage("smile.stat.distribution"))))
        .check(TRAINING);
  }

  @Test
  void only_the_command_line_knows_picocli_and_which_registry_there_is() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.facet.training.cli")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..", "io.facet.registry.mlflow..", "me.tongfei..")
        .check(TRAINING);
  }

  @Test
  void training_sees_neither_service_nor_spring() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.facet.service..", "org.springframework..")
        .check(TRAINING);
  }

  @Test
  void packages_do_not_go_round_in_circles() {
    slices().matching("io.facet.training.(*)..").should().beFreeOfCycles().check(TRAINING);
  }
}
