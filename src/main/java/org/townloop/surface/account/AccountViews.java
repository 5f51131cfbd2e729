package org.townloop.surface.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Contact;
import org.townloop.base.identity.Contacts;
import org.townloop.base.identity.Passkeys;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.identity.Tokens;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.agenda.CalendarLink;
import org.townloop.loop.ordering.agenda.CalendarLinks;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Sessions;
import org.townloop.surface.page.View;

/** Puts an account's page together. */
@Component
class AccountViews {

    private final People people;
    private final Contacts contacts;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Counters counters;
    private final Knocks knocks;
    private final CalendarLinks calendars;

    AccountViews(
            People people,
            Contacts contacts,
            Passkeys passkeys,
            Sessions sessions,
            Tokens tokens,
            Counters counters,
            Knocks knocks,
            CalendarLinks calendars) {
        this.people = people;
        this.contacts = contacts;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.tokens = tokens;
        this.counters = counters;
        this.knocks = knocks;
        this.calendars = calendars;
    }

    /** @param done what was just done, as its text is called; else empty */
    View page(Page page, Actor actor, HttpServletRequest request, String done) {
        return View.of(
                "account/account", view(page, actor, request, said(page, done), null, AccountView.Typed.NOTHING, null));
    }

    /** The page with an address that is shown this once. */
    View withCalendar(Page page, Actor actor, HttpServletRequest request, String link) {
        return View.of("account/account", view(page, actor, request, "", null, AccountView.Typed.NOTHING, link));
    }

    /** The page again, with what was typed and why it did not work. */
    View refused(
            Page page,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Refusal refusal,
            AccountView.Typed typed) {
        return View.of(
                "account/account",
                view(page, actor, request, "", page.refusal(refusal), typed, null),
                knocks.status(refusal, response));
    }

    View refused(Page page, Actor actor, HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
        return refused(page, actor, request, response, refusal, AccountView.Typed.NOTHING);
    }

    /** Back to the page, which says what was done. */
    static View done(String what) {
        return View.seeOther("/account?done=" + what);
    }

    private AccountView view(
            Page page,
            Actor actor,
            HttpServletRequest request,
            String said,
            @Nullable String refusal,
            AccountView.Typed typed,
            @Nullable String calendarLink) {
        var person = actor.person();
        return new AccountView(
                page,
                people.get(person),
                contacts.of(person).stream()
                        .map(contact -> row(person, contact))
                        .toList(),
                passkeys.of(person),
                sessions.of(person, request),
                tokens.of(person),
                counters.of(actor, page),
                new AccountView.CalendarRow(
                        calendars.own(person).map(CalendarLink::madeAt).orElse(null), calendarLink),
                actor.is(Role.PARTNER),
                said,
                refusal,
                typed);
    }

    private AccountView.ContactRow row(PersonId person, Contact contact) {
        return new AccountView.ContactRow(contact.kind().name(), contact.value(), contacts.isVerified(person, contact));
    }

    private static String said(Page page, String done) {
        var key = "account.done." + done;
        return page.texts().has(key) ? page.text(key) : "";
    }
}
