package org.townloop.surface.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.identity.Person;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.RequestReason;
import org.townloop.surface.page.Sessions;
import org.townloop.surface.page.Texts;
import org.townloop.surface.page.View;

/** One's own account: who one is, and where one is signed in. */
@Controller
class AccountPage {

    private final AccountViews views;
    private final People people;
    private final Sessions sessions;

    AccountPage(AccountViews views, People people, Sessions sessions) {
        this.views = views;
        this.people = people;
        this.sessions = sessions;
    }

    @GetMapping("/account")
    View account(Page page, Actor actor, HttpServletRequest request, @RequestParam(defaultValue = "") String done) {
        return views.page(page, actor, request, done);
    }

    @PostMapping("/account/person")
    View change(
            Page page,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String language) {
        var chosen = Locale.forLanguageTag(language);
        if (!Texts.LANGUAGES.contains(chosen)) {
            var refusal = Refusal.of(RequestReason.FIELD_UNREADABLE, "language");
            return views.refused(page, actor, request, response, refusal, new AccountView.Typed(name, "", ""));
        }
        return switch (people.change(actor.person(), name, chosen)) {
            case Outcome.Done<Person> _ -> AccountViews.done("person");
            case Outcome.Refused<Person>(var refusal) ->
                views.refused(page, actor, request, response, refusal, new AccountView.Typed(name, "", ""));
        };
    }

    @PostMapping("/account/devices/{id}/sign-out")
    View signOut(Actor actor, @PathVariable UUID id) {
        sessions.end(actor.person(), id);
        return AccountViews.done("device");
    }

    @PostMapping("/account/sign-out-everywhere")
    View signOutEverywhere(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        sessions.endAll(actor.person());
        sessions.signOut(request, response);
        return View.seeOther("/sign-in");
    }
}
