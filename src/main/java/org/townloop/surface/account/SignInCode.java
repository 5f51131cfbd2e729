package org.townloop.surface.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Contact;
import org.townloop.base.identity.Entry;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.SignIns;
import org.townloop.base.identity.Tokens;
import org.townloop.base.kernel.Outcome;
import org.townloop.surface.page.Agreements;
import org.townloop.surface.page.Back;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Sessions;
import org.townloop.surface.page.View;

/** Coming in with a code, and saying one's name the first time. */
@Controller
class SignInCode {

    private final SignIns signIns;
    private final Tokens tokens;
    private final Sessions sessions;
    private final Knocks knocks;
    private final Agreements agreements;

    SignInCode(SignIns signIns, Tokens tokens, Sessions sessions, Knocks knocks, Agreements agreements) {
        this.signIns = signIns;
        this.tokens = tokens;
        this.sessions = sessions;
        this.knocks = knocks;
        this.agreements = agreements;
    }

    static String address(String next) {
        return "/sign-in/code?next=" + encoded(next);
    }

    @GetMapping("/sign-in/code")
    View form(Page page, HttpServletRequest request, @RequestParam(defaultValue = "/my-loop") String next) {
        return signIns.sentTo(knocks.attempt(request))
                .map(contact -> form(page, contact, next, null, HttpStatus.OK))
                .orElseGet(() -> View.seeOther("/sign-in?next=" + encoded(next)));
    }

    @PostMapping("/sign-in/entry")
    View enter(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String keep,
            @RequestParam(defaultValue = "/my-loop") String next) {
        var attempt = knocks.attempt(request);
        var sentTo = signIns.sentTo(attempt);
        return switch (signIns.enter(attempt, code, Knocks.of(request, page))) {
            case Outcome.Done<Entry>(Entry.Known(var person)) -> come(request, response, person, !keep.isEmpty(), next);
            case Outcome.Done<Entry>(Entry.Stranger()) ->
                View.seeOther("/sign-in/name?next=" + encoded(next) + (keep.isEmpty() ? "" : "&keep=yes"));
            case Outcome.Refused<Entry>(var refusal) ->
                form(page, sentTo.orElse(null), next, page.refusal(refusal), knocks.status(refusal, response));
        };
    }

    @GetMapping("/sign-in/name")
    View name(
            Page page,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String keep,
            @RequestParam(defaultValue = "/my-loop") String next) {
        return signIns.sentTo(knocks.attempt(request)).isPresent()
                ? View.of("account/name", new NameView(page, Back.within(next), keep, "", null))
                : View.seeOther("/sign-in?next=" + encoded(next));
    }

    @PostMapping("/sign-in/name")
    View introduce(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String keep,
            @RequestParam(defaultValue = "/my-loop") String next) {
        var come =
                signIns.introduce(knocks.attempt(request), name, page.region().id(), page.locale());
        return switch (come) {
            case Outcome.Done<PersonId>(var person) -> {
                agreements.agreeAtSignUp(person);
                yield come(request, response, person, !keep.isEmpty(), next);
            }
            case Outcome.Refused<PersonId>(var refusal) ->
                View.of(
                        "account/name",
                        new NameView(page, Back.within(next), keep, name, page.refusal(refusal)),
                        knocks.status(refusal, response));
        };
    }

    private View come(
            HttpServletRequest request, HttpServletResponse response, PersonId person, boolean keep, String next) {
        knocks.forget(response);
        sessions.signIn(request, response, person, keep);
        return View.seeOther(agreements.before(person, Back.within(next)));
    }

    private View form(Page page, @Nullable Contact sentTo, String next, @Nullable String refusal, HttpStatus status) {
        var view = new CodeView(page, Back.within(next), sentTo, tokens.demo(), false, refusal);
        return View.of("account/code", view, status);
    }

    private static String encoded(String next) {
        return URLEncoder.encode(Back.within(next), StandardCharsets.UTF_8);
    }
}
