package io.facet.notebooks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void notebooks_ask_the_modules_and_learn_nothing_themselves() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("smile..", "org.ejml..", "io.facet.service..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.facet.notebooks"));
  }
}
