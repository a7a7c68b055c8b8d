package io.facet.valuation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private final JavaClasses valuation =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.facet.valuation");

  @Test
  void the_domain_depends_on_nothing_but_java() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("io.facet.valuation..", "java..", "org.jspecify..")
        .check(valuation);
  }

  @Test
  void stones_know_nothing_of_prices() {
    classes()
        .that()
        .resideInAPackage("io.facet.valuation.stone..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("io.facet.valuation.stone..", "java..", "org.jspecify..")
        .check(valuation);
  }

  @Test
  void packages_form_no_cycle() {
    slices().matching("io.facet.valuation.(*)..").should().beFreeOfCycles().check(valuation);
  }
}
