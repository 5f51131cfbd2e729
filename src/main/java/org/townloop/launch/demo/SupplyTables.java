package org.townloop.launch.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Words;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.Arrangement;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.SetMenu;
import org.townloop.supply.offer.WalkIn;
import org.townloop.supply.pack.Pack;
import tools.jackson.databind.json.JsonMapper;

/** The shops with staff, seats, hours and offers, and the listings beside them. */
final class SupplyTables {

    private static final String SOURCE = "townloop";

    private final CopyTable merchants =
            new CopyTable("merchant.merchant", "region_id, id, name, created_at, verified_at");
    private final CopyTable places = new CopyTable(
            "merchant.place",
            "region_id, id, merchant_id, name, address, lat, lon, trade, phone, details, source, created_at,"
                    + " changed_at, hours");
    private final CopyTable staff = new CopyTable("merchant.staff", "region_id, id, place_id, name");
    private final CopyTable resources = new CopyTable("merchant.resource", "region_id, id, place_id, kind, name");
    private final CopyTable staffHours =
            new CopyTable("merchant.staff_hours", "region_id, staff_id, weekday, opens, closes");
    private final CopyTable exceptions =
            new CopyTable("merchant.day_exception", "region_id, place_id, day, opens, closes");
    private final CopyTable offers =
            new CopyTable("offer.offer", "region_id, id, place_id, merchant_id, pack_id, version, active, changed_at");
    private final CopyTable versions = new CopyTable(
            "offer.version",
            "region_id, offer_id, version, pack_version, title, description, price_minor, currency, duration_minutes,"
                    + " buffer_before_minutes, buffer_after_minutes, resource_kind, attributes, created_at,"
                    + " mode, arrangement, menu");
    private final CopyTable offerStaff = new CopyTable("offer.staff", "region_id, offer_id, staff_id");
    private final CopyTable calendars = new CopyTable("booking.calendar", "region_id, place_id");

    private final Pack pack;
    private final Pack restaurants;
    private final Pack housekeeping;
    private final Pack repairs;
    private final Map<UUID, HomeVisit> atHome;
    private final JsonMapper json;

    /** @param pack of those that are no restaurants */
    SupplyTables(Pack pack, Pack restaurants, Pack housekeeping, Pack repairs, JsonMapper json, Founding town) {
        this.pack = pack;
        this.restaurants = restaurants;
        this.housekeeping = housekeeping;
        this.repairs = repairs;
        this.atHome = town.homes().arrangements(housekeeping.usualMode(), repairs.usualMode());
        this.json = json;
        town.shops().forEach(this::shop);
    }

    List<CopyTable> tables() {
        return List.of(
                merchants, places, staff, resources, staffHours, exceptions, offers, versions, offerStaff, calendars);
    }

    /** A place that takes no bookings yet. */
    void listing(Founding.Listing listing, Dice dice, Instant since) {
        var region = listing.county().region();
        place(region.number(), dice.id(region, since), null, pack, listing.name(), listing.address(), null, since, "");
    }

    private void shop(Shop shop) {
        var region = shop.region().number();
        merchants.row(region, shop.merchant(), text(shop.name()), shop.since(), shop.since());
        place(
                region,
                shop.id(),
                shop.merchant(),
                packOf(shop),
                shop.name(),
                shop.address(),
                shop.phone(),
                shop.since(),
                shop.week().notation());
        shop.staff().forEach(worker -> worker(region, shop, worker));
        shop.seats()
                .forEach(seat -> resources.row(region, seat.id(), shop.id(), shop.kind().resource, text(seat.name())));
        new TreeMap<>(shop.daysThatDiffer())
                .forEach((day, span) -> exceptions.row(region, shop.id(), day, opens(span), closes(span)));
        shop.offers().forEach(offer -> offer(region, shop, offer));
        calendars.row(region, shop.id());
    }

    private void place(
            int region,
            UUID id,
            @Nullable UUID merchant,
            Pack trade,
            Words name,
            Address address,
            @Nullable String phone,
            Instant since,
            String hours) {
        places.row(
                region,
                id,
                merchant,
                text(name),
                text(address.words()),
                address.point().lat(),
                address.point().lon(),
                trade.id().value(),
                phone,
                "{}",
                SOURCE,
                since,
                since,
                hours);
    }

    private void worker(int region, Shop shop, Shop.Worker worker) {
        staff.row(region, worker.id(), shop.id(), text(worker.name()));
        worker.week().ifPresent(week -> week.spans().forEach(span -> hours(region, worker.id(), span)));
    }

    private void offer(int region, Shop shop, Sold offer) {
        var changed = offer.rise().map(Sold.Rise::at).orElse(shop.since());
        offers.row(
                region,
                offer.id(),
                shop.id(),
                shop.merchant(),
                packOf(shop).id().value(),
                offer.version(),
                true,
                changed);
        offer.rise().ifPresent(rise -> version(region, shop, offer, 1, rise.priceBefore(), shop.since()));
        version(region, shop, offer, offer.version(), offer.price(), changed);
        offer.staff().forEach(worker -> offerStaff.row(region, offer.id(), worker.id()));
    }

    private void version(int region, Shop shop, Sold offer, int version, long price, Instant at) {
        versions.row(
                region,
                offer.id(),
                version,
                packOf(shop).version(),
                text(offer.title()),
                text(offer.description()),
                price,
                "CNY",
                offer.minutes(),
                offer.minutesBefore(),
                offer.minutesAfter(),
                shop.kind().resource.isEmpty() ? null : shop.kind().resource,
                offer.attributes(),
                at,
                packOf(shop).usualMode().key(),
                arrangement(offer),
                json.writeValueAsString(
                        offer.meal().map(SetMeal::menu).orElse(SetMenu.NONE).courses()));
    }

    private String arrangement(Sold offer) {
        Arrangement arrangement = offer.meal()
                .<Arrangement>map(meal -> new WalkIn(meal.dailyCapacity(), meal.windowDays(), null, Set.of()))
                .orElseGet(() -> Objects.requireNonNullElse(atHome.get(offer.id()), Appointment.AT_A_TIME));
        return json.writerFor(Arrangement.class).writeValueAsString(arrangement);
    }

    private Pack packOf(Shop shop) {
        return switch (shop.kind()) {
            case RESTAURANT -> restaurants;
            case HOUSEKEEPING -> housekeeping;
            case REPAIRS -> repairs;
            case BARBER, HAIR, NAILS, FACE, LASHES, HEAD_SPA -> pack;
        };
    }

    private void hours(int region, UUID worker, Week.Span span) {
        staffHours.row(region, worker, span.day().getValue(), span.opensAt(), span.closesAt());
    }

    private static @Nullable String opens(Optional<Week.Span> span) {
        return span.map(Week.Span::opensAt).orElse(null);
    }

    private static @Nullable String closes(Optional<Week.Span> span) {
        return span.map(Week.Span::closesAt).orElse(null);
    }

    private String text(Words words) {
        return json.writeValueAsString(words);
    }
}
