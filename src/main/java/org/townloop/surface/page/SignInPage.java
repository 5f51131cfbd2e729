package org.townloop.surface.page;

import java.util.Comparator;
import java.util.List;
import org.townloop.base.identity.Tokens;

/** The people of the demo to choose from, residents first. */
record SignInPage(Page page, String next, List<Tokens.DemoSignIn> people) {

    private static final List<String> ORDER = List.of(
            "demo-resident", "demo-resident-2", "demo-merchant", "demo-counter", "demo-partner", "demo-operator");

    SignInPage {
        people = people.stream()
                .sorted(Comparator.comparing(person -> ORDER.indexOf(person.label())))
                .toList();
    }

    /** What the person is there for, in the reader's language. */
    String roleOf(Tokens.DemoSignIn person) {
        return page.text("page.sign-in.as." + person.label());
    }
}
