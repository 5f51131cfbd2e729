package org.townloop.surface.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Attempt;
import org.townloop.base.identity.Contact;
import org.townloop.base.identity.ContactChanges;
import org.townloop.base.identity.Contacts;
import org.townloop.base.identity.SignIns;
import org.townloop.base.identity.Tokens;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;

/** Adding a way to be reached, proved by a code, and removing one. */
@Controller
class ContactsPage {

    private static final String ACCOUNT = "/account";

    private final AccountViews views;
    private final Contacts contacts;
    private final ContactChanges changes;
    private final SignIns signIns;
    private final Tokens tokens;
    private final Knocks knocks;

    ContactsPage(
            AccountViews views,
            Contacts contacts,
            ContactChanges changes,
            SignIns signIns,
            Tokens tokens,
            Knocks knocks) {
        this.views = views;
        this.contacts = contacts;
        this.changes = changes;
        this.signIns = signIns;
        this.tokens = tokens;
        this.knocks = knocks;
    }

    @PostMapping("/account/contacts")
    View add(
            Page page,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String contact) {
        return switch (asked(page, actor, request, contact)) {
            case Outcome.Done<Attempt>(var attempt) -> {
                knocks.keep(response, attempt);
                yield View.seeOther("/account/contacts/code");
            }
            case Outcome.Refused<Attempt>(var refusal) ->
                views.refused(page, actor, request, response, refusal, new AccountView.Typed(null, contact, ""));
        };
    }

    @GetMapping("/account/contacts/code")
    View code(Page page, Actor actor, HttpServletRequest request) {
        return signIns.sentTo(knocks.attempt(request))
                .map(to -> View.of("account/code", new CodeView(page, ACCOUNT, to, tokens.demo(), true, null)))
                .orElseGet(() -> View.seeOther(ACCOUNT));
    }

    @PostMapping("/account/contacts/code")
    View prove(
            Page page,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code) {
        var attempt = knocks.attempt(request);
        var sentTo = signIns.sentTo(attempt).orElse(null);
        return switch (changes.prove(actor, attempt, code, Knocks.of(request, page))) {
            case Outcome.Done<Contact> _ -> {
                knocks.forget(response);
                yield AccountViews.done("contact");
            }
            case Outcome.Refused<Contact>(var refusal) -> {
                HttpStatus status = knocks.status(refusal, response);
                var view = new CodeView(page, ACCOUNT, sentTo, tokens.demo(), true, page.refusal(refusal));
                yield View.of("account/code", view, status);
            }
        };
    }

    @PostMapping("/account/contacts/removal")
    View remove(
            Page page,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String kind,
            @RequestParam String value) {
        return switch (changes.remove(actor, new Contact(kind(kind), value))) {
            case Outcome.Done<Contact> _ -> AccountViews.done("contact-removed");
            case Outcome.Refused<Contact>(var refusal) -> views.refused(page, actor, request, response, refusal);
        };
    }

    private Outcome<Attempt> asked(Page page, Actor actor, HttpServletRequest request, String typed) {
        return switch (contacts.read(typed, page.region().id())) {
            case Outcome.Done<Contact>(var contact) -> changes.add(actor, contact, Knocks.of(request, page));
            case Outcome.Refused<Contact>(var refusal) -> Outcome.refused(refusal);
        };
    }

    private static Contact.Kind kind(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "PHONE" -> Contact.Kind.PHONE;
            case "MAIL" -> Contact.Kind.MAIL;
            default -> throw new Absent("contact of kind " + name);
        };
    }
}
