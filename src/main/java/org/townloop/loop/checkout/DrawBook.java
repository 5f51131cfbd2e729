package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.region.Regions;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.StoredValueBook;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.Cards;
import org.townloop.loop.stored.Draw;
import org.townloop.loop.stored.Draws;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Workplaces;

/** What was taken of cards at a place, and undoing it on the same day. */
@Component
public class DrawBook {

    /** A draw and its card. */
    public record Drawn(Draw draw, Card card) {}

    private final Draws draws;
    private final Cards cards;
    private final StoredValueBook book;
    private final Ledger ledger;
    private final Workplaces workplaces;
    private final Regions regions;
    private final AuditTrail audit;
    private final Atomically atomically;
    private final Clock clock;

    DrawBook(
            Draws draws,
            Cards cards,
            StoredValueBook book,
            Ledger ledger,
            Workplaces workplaces,
            Regions regions,
            AuditTrail audit,
            Atomically atomically,
            Clock clock) {
        this.draws = draws;
        this.cards = cards;
        this.book = book;
        this.ledger = ledger;
        this.workplaces = workplaces;
        this.regions = regions;
        this.audit = audit;
        this.atomically = atomically;
        this.clock = clock;
    }

    /** @throws Absent if there is none at a place of the actor's */
    public Drawn get(Actor staff, UUID id) {
        var draw = draws.find(id).orElseThrow(() -> new Absent("draw " + id));
        var card = cards.get(draw.card());
        workplaces.get(staff, Right.REDEEM, card.place());
        return new Drawn(draw, card);
    }

    /** Those of today, by the place's clock, the latest first. */
    public List<Drawn> today(PlaceId place) {
        var zone = regions.get(place.region()).zone();
        var morning = day(place, clock.instant()).atStartOfDay(zone).toInstant();
        var today = draws.at(place, morning);
        var drawn = cards.get(today.stream().map(Draw::card).collect(Collectors.toSet()));
        return today.stream()
                .filter(draw -> drawn.containsKey(draw.card()))
                .map(draw -> new Drawn(draw, Objects.requireNonNull(drawn.get(draw.card()))))
                .toList();
    }

    /** Whether it stands, and it is still the day on which it was taken. */
    public boolean mayBeUndone(Drawn drawn) {
        return drawn.draw().undoneAt() == null && isToday(drawn);
    }

    /**
     * It was taken by mistake: the card has it again, and whoever earned it has it no more. Said twice it is undone once.
     *
     * @throws Absent if there is none at a place of the actor's
     */
    public Outcome<UUID> undo(Actor staff, UUID id) {
        var drawn = get(staff, id);
        return atomically.run(() -> {
            cards.lock(List.of(drawn.card().id()));
            var now = draws.find(id).orElseThrow();
            if (now.undoneAt() != null) {
                return Outcome.done(id);
            }
            return isToday(drawn)
                    ? Outcome.done(undone(staff, now))
                    : Outcome.refused(CheckoutReason.DRAW_OF_EARLIER_DAY);
        });
    }

    private UUID undone(Actor staff, Draw draw) {
        var id = draw.id();
        var now = clock.instant();
        if (!draws.undo(draw, staff.person(), now)) {
            throw new IllegalStateException("a draw of a locked card was undone: " + id);
        }
        var cause = "draw " + id + " undone";
        ledger.clawBack(id, draw.amount(), cause);
        book.givenBack(id, draw.card().value(), draw.amount(), cause);
        cards.revive(Set.of(draw.card()), now.plus(MoneyBack.REVIVED));
        audit.note(staff.person(), "draw-undone", id.toString());
        return id;
    }

    private boolean isToday(Drawn drawn) {
        var place = drawn.card().place();
        return day(place, drawn.draw().at()).equals(day(place, clock.instant()));
    }

    private LocalDate day(PlaceId place, Instant at) {
        return at.atZone(regions.get(place.region()).zone()).toLocalDate();
    }
}
