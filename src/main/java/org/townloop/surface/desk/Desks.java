package org.townloop.surface.desk;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.notice.Notices;
import org.townloop.base.region.Regions;
import org.townloop.loop.dispute.DeskDisputes;
import org.townloop.loop.feedback.ReviewCounts;
import org.townloop.loop.quote.QuoteDesk;
import org.townloop.loop.voucher.Conflicts;
import org.townloop.supply.merchant.DeliveryBook;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Workplaces;
import org.townloop.supply.pack.BookingMode;
import org.townloop.supply.pack.PackId;
import org.townloop.supply.pack.Packs;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;

/** Opens the desk of the place that was asked for, or of somebody's first. */
@Component
class Desks {

    private final Workplaces workplaces;
    private final Regions regions;
    private final Notices notices;
    private final ReviewCounts reviews;
    private final Conflicts conflicts;
    private final Packs packs;
    private final QuoteDesk quotes;
    private final DeliveryBook deliveries;
    private final DeskDisputes disputes;

    Desks(
            Workplaces workplaces,
            Regions regions,
            Notices notices,
            ReviewCounts reviews,
            Conflicts conflicts,
            Packs packs,
            QuoteDesk quotes,
            DeliveryBook deliveries,
            DeskDisputes disputes) {
        this.workplaces = workplaces;
        this.regions = regions;
        this.notices = notices;
        this.reviews = reviews;
        this.conflicts = conflicts;
        this.packs = packs;
        this.quotes = quotes;
        this.deliveries = deliveries;
        this.disputes = disputes;
    }

    /** @return what is shown of the desk, or what is said to somebody who has none */
    View open(Page page, Actor actor, Right right, @Nullable UUID place, Desk.Tab tab, Function<Desk, View> shown) {
        if (place != null) {
            return shown.apply(desk(page, actor, right, workplaces.get(actor, right, new PlaceId(place)), tab));
        }
        return workplaces.of(actor, right).stream()
                .findFirst()
                .map(first -> shown.apply(desk(page, actor, right, first, tab)))
                .orElseGet(() -> View.of("desk/none", new NoDeskView(page), HttpStatus.NOT_FOUND));
    }

    private Desk desk(Page page, Actor actor, Right right, Place place, Desk.Tab tab) {
        return new Desk(
                page,
                place,
                Objects.requireNonNull(place.merchant(), "nobody works at a listing"),
                choices(page, actor, right, place),
                tab,
                page.times().in(regions.get(place.region()).zone()),
                notices.unread(actor.person()),
                reviews.waiting(place.id()),
                conflicts.count(place.id()),
                has(place, BookingMode.Stay.class),
                has(place, BookingMode.ByQuote.class),
                quotes.waiting(place.id()),
                deliveries.isFor(place.trade()),
                disputes.waiting(place.id()),
                workplaces.of(actor, Right.SEE_DESK).contains(place));
    }

    private boolean has(Place place, Class<? extends BookingMode> kind) {
        return packs.trade(place.trade()).installed()
                && packs.current(new PackId(place.trade())).modes().stream()
                        .anyMatch(mode -> kind.isInstance(mode.booking()));
    }

    private List<Desk.Choice> choices(Page page, Actor actor, Right right, Place here) {
        var all = workplaces.of(actor, right);
        return all.size() < 2
                ? List.of()
                : all.stream()
                        .map(place -> new Desk.Choice(
                                page.say(place.name()),
                                place.id().value().toString(),
                                place.id().equals(here.id())))
                        .toList();
    }
}
