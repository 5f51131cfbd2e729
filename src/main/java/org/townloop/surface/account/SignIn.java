package org.townloop.surface.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Attempt;
import org.townloop.base.identity.Contact;
import org.townloop.base.identity.Contacts;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.SignIns;
import org.townloop.base.identity.Tokens;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.surface.page.Back;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Sessions;
import org.townloop.surface.page.View;

/** Asking to come in, and leaving. In a demo anybody may be any of its people. */
@Controller
class SignIn {

    private final SignIns signIns;
    private final Contacts contacts;
    private final Tokens tokens;
    private final Sessions sessions;
    private final Knocks knocks;

    SignIn(SignIns signIns, Contacts contacts, Tokens tokens, Sessions sessions, Knocks knocks) {
        this.signIns = signIns;
        this.contacts = contacts;
        this.tokens = tokens;
        this.sessions = sessions;
        this.knocks = knocks;
    }

    @GetMapping("/sign-in")
    View form(Page page, @RequestParam(defaultValue = "/my-loop") String next) {
        return View.of("account/sign-in", new SignInView(page, Back.within(next), "", null, tokens.demoSignIns()));
    }

    /** Sends a code. Nothing here looks whether anybody has that contact. */
    @PostMapping("/sign-in/code")
    View ask(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "/my-loop") String next) {
        return switch (asked(page, request, contact)) {
            case Outcome.Done<Attempt>(var attempt) -> {
                knocks.keep(response, attempt);
                yield View.seeOther(SignInCode.address(next));
            }
            case Outcome.Refused<Attempt>(var refusal) -> refused(page, response, contact, next, refusal);
        };
    }

    @PostMapping("/sign-in")
    View asDemoPerson(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam UUID person,
            @RequestParam(defaultValue = "/") String next) {
        sessions.signIn(request, response, signIns.asDemoPerson(new PersonId(person)), true);
        return View.seeOther(Back.within(next));
    }

    @PostMapping("/sign-out")
    View leave(HttpServletRequest request, HttpServletResponse response) {
        sessions.signOut(request, response);
        return View.seeOther("/");
    }

    private Outcome<Attempt> asked(Page page, HttpServletRequest request, String typed) {
        return switch (contacts.read(typed, page.region().id())) {
            case Outcome.Done<Contact>(var contact) -> signIns.ask(contact, Knocks.of(request, page));
            case Outcome.Refused<Contact>(var refusal) -> Outcome.refused(refusal);
        };
    }

    private View refused(Page page, HttpServletResponse response, String typed, String next, Refusal refusal) {
        var view = new SignInView(page, Back.within(next), typed, page.refusal(refusal), tokens.demoSignIns());
        return View.of("account/sign-in", view, knocks.status(refusal, response));
    }
}
