package org.offshelf;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;

import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.offshelf", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** What the record is made of: one package per feature. */
    private static final String[] FEATURES = { "org.offshelf.regulator..", "org.offshelf.category..", "org.offshelf.store..",
            "org.offshelf.source..", "org.offshelf.app..", "org.offshelf.notice..", "org.offshelf.finding..",
            "org.offshelf.listing..", "org.offshelf.penalty..", "org.offshelf.correction.." };

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching("org.offshelf.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule resourcesAreForHttpOnly = noClasses().should().dependOnClassesThat(areResources())
            .as("no class should use a REST resource");

    @ArchTest
    static final ArchRule resourcesArePackagePrivate = classes().that().areAnnotatedWith(Path.class).should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule theLedgerStandsOnTheDatabase = noClasses().that().resideInAPackage("org.offshelf.ledger..")
            .should().dependOnClassesThat(ofOffshelfOutside("org.offshelf.ledger", "org.offshelf.database"));

    @ArchTest
    static final ArchRule httpStandsOnTheDatabase = noClasses().that().resideInAPackage("org.offshelf.http..")
            .should().dependOnClassesThat(ofOffshelfOutside("org.offshelf.http", "org.offshelf.database"));

    @ArchTest
    static final ArchRule queriesStandOnLedgerHttpAndTerms = noClasses().that().resideInAPackage("org.offshelf.query..")
            .should().dependOnClassesThat(ofOffshelfOutside("org.offshelf.query", "org.offshelf.ledger", "org.offshelf.http",
                    "org.offshelf.hot", "org.offshelf.term", "org.offshelf.database"));

    @ArchTest
    static final ArchRule featuresKnowNothingOfWhatIsBuiltOnThem = noClasses().that().resideInAnyPackage(FEATURES)
            .should().dependOnClassesThat().resideInAnyPackage("org.offshelf.importing..", "org.offshelf.catalogue..",
                    "org.offshelf.timeline..");

    @Test
    void everyPackageSaysWhatItIsFor() {
        JavaClasses ours = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.offshelf");
        var packages = new TreeSet<String>();
        ours.forEach(one -> packages.add(one.getPackageName()));
        assertThat(packages).contains("org.offshelf", "org.offshelf.ledger", "org.offshelf.finding")
                .allSatisfy(name -> assertThat(java.nio.file.Path.of("src/main/java", name.replace('.', '/'))
                        .resolve("package-info.java")).content()
                        .matches("(?s)/\\*\\* [A-Z].*\\. \\*/\npackage " + name + ";\n"));
    }

    private static DescribedPredicate<JavaClass> areResources() {
        return DescribedPredicate.describe("are REST resources",
                candidate -> candidate.isAnnotatedWith(Path.class));
    }

    private static DescribedPredicate<JavaClass> ofOffshelfOutside(String... allowed) {
        return DescribedPredicate.describe("are ours outside of " + String.join(", ", allowed), candidate -> {
            String name = candidate.getPackageName();
            boolean isOurs = name.equals("org.offshelf") || name.startsWith("org.offshelf.");
            for (String root : allowed) {
                isOurs &= !name.equals(root) && !name.startsWith(root + ".");
            }
            return isOurs;
        });
    }
}
