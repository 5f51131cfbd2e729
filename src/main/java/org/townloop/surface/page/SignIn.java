package org.townloop.surface.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.SignIns;
import org.townloop.base.identity.Tokens;

/** Becoming somebody, and nobody again. In a demo anybody may be any of its people. */
@Controller
class SignIn {

    private final Tokens tokens;
    private final SignIns signIns;

    SignIn(Tokens tokens, SignIns signIns) {
        this.tokens = tokens;
        this.signIns = signIns;
    }

    @GetMapping("/sign-in")
    View choose(Page page, @RequestParam(defaultValue = "/my-loop") String next) {
        return View.of("page/sign-in", new SignInPage(page, Choices.local(next), tokens.demoSignIns()));
    }

    @PostMapping("/sign-in")
    View enter(HttpServletRequest request, @RequestParam UUID person, @RequestParam(defaultValue = "/") String next) {
        SessionFilter.signIn(request, signIns.asDemoPerson(new PersonId(person)));
        return View.seeOther(Choices.local(next));
    }

    @PostMapping("/sign-out")
    View leave(HttpServletRequest request) {
        SessionFilter.signOut(request);
        return View.seeOther("/");
    }
}
