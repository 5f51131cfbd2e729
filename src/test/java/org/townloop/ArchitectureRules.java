package org.townloop;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.stream.IntStream;

/** What the districts may use. Packages are named by their ends, so that the bad towns are judged by the same rules. */
final class ArchitectureRules {

    /** From the ground up: each may use those before it. */
    private static final List<String> DISTRICTS = List.of("base", "supply", "loop", "surface", "launch");

    /** The loop in the order in which a resident walks it; what flows back does so by interfaces and events. */
    static final List<String> LOOP =
            List.of("screening", "ordering", "payment", "ledger", "voucher", "visit", "feedback", "checkout");

    static final ArchRule DISTRICTS_USE_ONLY_WHAT_LIES_BELOW =
            inOrder(DISTRICTS.stream().map(name -> ".." + name + "..").toList());

    static final ArchRule THE_LOOP_IS_ACYCLIC =
            inOrder(LOOP.stream().map(name -> "..loop." + name + "..").toList());

    static final ArchRule CAPABILITIES_KNOW_NO_HTTP = noClasses()
            .that(resideInAnyPackage("..base..", "..supply..", "..loop.."))
            .and(not(resideInAPackage("..loop.payment..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..")
            .allowEmptyShould(true)
            .as("capabilities know no HTTP");

    /** A payment asks its gateway over HTTP, and is asked nothing by it except through a surface. */
    static final ArchRule PAYMENT_IS_A_CLIENT_ONLY = noClasses()
            .that(resideInAPackage("..loop.payment.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework.web..", "jakarta.servlet..")
                    .and(not(resideInAPackage("org.springframework.web.client.."))))
            .allowEmptyShould(true)
            .as("payment uses an HTTP client and serves no HTTP");

    static final ArchRule NOTHING_USES_A_SURFACE = noClasses()
            .that(not(resideInAnyPackage("..surface..", "..launch..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..surface..")
            .allowEmptyShould(true)
            .as("nothing uses a surface");

    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .allowEmptyShould(true)
            .as("nothing is injected into fields");

    static final List<ArchRule> ALL = List.of(
            DISTRICTS_USE_ONLY_WHAT_LIES_BELOW,
            THE_LOOP_IS_ACYCLIC,
            CAPABILITIES_KNOW_NO_HTTP,
            PAYMENT_IS_A_CLIENT_ONLY,
            NOTHING_USES_A_SURFACE,
            NOTHING_IS_INJECTED_INTO_FIELDS);

    private ArchitectureRules() {}

    private static ArchRule inOrder(List<String> packages) {
        return CompositeArchRule.of(IntStream.range(0, packages.size() - 1)
                .mapToObj(i -> (ArchRule) noClasses()
                        .that()
                        .resideInAPackage(packages.get(i))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                packages.subList(i + 1, packages.size()).toArray(String[]::new))
                        .allowEmptyShould(true))
                .toList());
    }
}
