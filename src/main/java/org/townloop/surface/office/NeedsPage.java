package org.townloop.surface.office;

import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.checkout.GatewayMessages;
import org.townloop.loop.payment.QuarantinedMessage;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** What needs an operator, one by one, and the check of the books. */
@Controller
class NeedsPage {

    /** A note that could not be taken. */
    record Attempt(String gateway, String event, String note, Refusal refusal) {

        boolean isAbout(QuarantinedMessage message) {
            return message.gateway().equals(gateway) && message.eventId().equals(event);
        }
    }

    private final Offices offices;
    private final Attention attention;
    private final GatewayMessages messages;
    private final People people;
    private final BookChecks books;

    NeedsPage(Offices offices, Attention attention, GatewayMessages messages, People people, BookChecks books) {
        this.offices = offices;
        this.attention = attention;
        this.messages = messages;
        this.people = people;
        this.books = books;
    }

    @GetMapping("/office/needs")
    View list(Page page, Actor actor, @RequestParam(required = false) @Nullable String region) {
        return offices.open(page, actor, region, office -> View.of("office/needs", view(office, null)));
    }

    private NeedsView view(Office office, @Nullable Attempt attempt) {
        var needs = attention.of(office);
        var settledBy = needs.settledMessages().stream()
                .map(QuarantinedMessage::notedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new NeedsView(office, needs, people.get(settledBy), attempt);
    }

    /** An operator says what they have found out about a message that contradicts what we know. */
    @PostMapping("/office/messages/quarantined")
    View note(
            Page page,
            Actor actor,
            @RequestParam String region,
            @RequestParam String gateway,
            @RequestParam String event,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "no") String settled) {
        return offices.open(page, actor, region, office -> switch (messages.note(
                actor, gateway, event, note, settled.equals("yes"))) {
            case Outcome.Done<String> _ -> View.seeOther(office.to("/office/needs") + "#messages");
            case Outcome.Refused<String>(var refusal) ->
                View.of(
                        "office/needs",
                        view(office, new Attempt(gateway, event, note, refusal)),
                        Problems.status(refusal.reason()));
        });
    }

    @PostMapping("/office/books")
    View checkBooks(Page page, Actor actor, @RequestParam String region) {
        return offices.open(page, actor, region, office -> {
            books.run();
            return View.seeOther(office.to("/office/needs") + "#books");
        });
    }
}
