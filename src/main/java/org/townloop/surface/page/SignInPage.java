package org.townloop.surface.page;

import java.util.List;
import org.townloop.base.identity.Tokens;

/** The people of the demo to choose from. */
record SignInPage(Page page, String next, List<Tokens.DemoSignIn> people) {

    /** What the person is there for, in the reader's language. */
    String roleOf(Tokens.DemoSignIn person) {
        return page.text("page.sign-in.as." + person.label());
    }
}
