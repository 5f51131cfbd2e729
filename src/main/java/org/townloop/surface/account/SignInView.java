package org.townloop.surface.account;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.Tokens;
import org.townloop.surface.page.Page;

/**
 * Where one says who one is.
 *
 * @param typed the contact as it was typed, if it has to be mended
 * @param refusal why it did not work, or null
 * @param people those of the demo to choose from, residents first; nobody outside a demo
 */
record SignInView(
        Page page, String next, String typed, @Nullable String refusal, List<Tokens.DemoSignIn> people) {

    private static final List<String> ORDER = List.of(
            "demo-resident",
            "demo-resident-2",
            "demo-merchant",
            "demo-counter",
            "demo-restaurant",
            "demo-housekeeper",
            "demo-taxi",
            "demo-grocer",
            "demo-mover",
            "demo-hotel",
            "demo-school",
            "demo-partner",
            "demo-operator");

    SignInView {
        people = people.stream()
                .sorted(Comparator.comparing(person -> ORDER.indexOf(person.label())))
                .toList();
    }

    /** What the person is there for, in the reader's language. */
    String roleOf(Tokens.DemoSignIn person) {
        return page.text("page.sign-in.as." + person.label());
    }
}
