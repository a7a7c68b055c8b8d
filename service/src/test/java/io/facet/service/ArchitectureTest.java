package io.facet.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ArchitectureTest {

  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.facet.service");

  @Test
  void the_service_sees_neither_training_nor_smile() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.facet.training..", "smile..")
        .check(SERVICE);
  }

  @Test
  void features_do_not_go_round_in_circles() {
    slices().matching("io.facet.service.(*)..").should().beFreeOfCycles().check(SERVICE);
  }

  @Test
  void only_the_start_knows_mlflow() {
    noClasses()
        .that()
        .resideInAPackage("io.facet.service.*..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.facet.registry.mlflow..", "org.mlflow..")
        .check(SERVICE);
  }

  @Test
  void nothing_here_calls_an_address_by_itself() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.net.http..",
            "reactor.netty.http.client..",
            "org.springframework.web.client..",
            "org.springframework.web.reactive.function.client..")
        .check(SERVICE);
  }

  @Test
  void requests_are_never_answered_by_blocking_a_thread() {
    noClasses()
        .should()
        .callMethod(Mono.class, "block")
        .orShould()
        .callMethod(Flux.class, "blockLast")
        .check(SERVICE);
  }
}
