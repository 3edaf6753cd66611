package dev.dayone.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** The house of dayone: an upper floor imports a lower one, never back. A broken rule names the file to edit. */
@AnalyzeClasses(packages = "dev.dayone", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    @ArchTest
    static final ArchRule importsRunDownTheHouse = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("pilot")
            .definedBy("dev.dayone.pilot..")
            .layer("connectors")
            .definedBy("dev.dayone.connector..")
            .layer("readiness-checks")
            .definedBy("dev.dayone.readiness..")
            .layer("camel-routes")
            .definedBy("dev.dayone.route..")
            .layer("sample-data")
            .definedBy("dev.dayone.sample..")
            .layer("app")
            .definedBy("dev.dayone.app..")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("sample-data")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("camel-routes")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("readiness-checks")
            .mayOnlyBeAccessedByLayers("camel-routes", "app")
            .whereLayer("connectors")
            .mayOnlyBeAccessedByLayers("camel-routes", "app")
            .because("an upper floor imports a lower one, and connectors and readiness-checks do not know each other:"
                    + " move the class named, or the import in it");

    @ArchTest
    static final ArchRule sparkStaysInReadinessChecks = noClasses()
            .that(not(resideInAPackage("dev.dayone.readiness..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "com.amazon.deequ..", "scala..")
            .because("Spark types stay in readiness-checks");

    @ArchTest
    static final ArchRule deequAndScalaStayInOnePackage = noClasses()
            .that(not(resideInAPackage("dev.dayone.readiness.engine..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.amazon.deequ..", "scala..")
            .because("Deequ and Scala types stay in dev.dayone.readiness.engine");

    @ArchTest
    static final ArchRule camelStaysInConnectorsAndRoutes = noClasses()
            .that(not(resideInAnyPackage("dev.dayone.connector..", "dev.dayone.route..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..")
            .because("Camel types stay in connectors and camel-routes");

    @ArchTest
    static final ArchRule thePilotModuleHoldsNoEngine = noClasses()
            .that()
            .resideInAPackage("dev.dayone.pilot..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache..", "java.sql..")
            .because("the ground floor is records: no Camel, no Spark, no database");

    @ArchTest
    static final ArchRule classesAreFinalUnlessMadeToBeExtended = classes()
            .that()
            .areNotInterfaces()
            .and()
            .areNotAnonymousClasses()
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .and()
            .arePublic()
            .should()
            .haveModifier(JavaModifier.FINAL)
            .because("a class is final or package-private unless it is meant to be extended");

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Utils|Util|Impl)")
            .because("such names say nothing: name the capability");
}
