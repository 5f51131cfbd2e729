package org.townloop.launch.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Words;
import org.townloop.supply.offer.Ad;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.Arrangement;
import org.townloop.supply.offer.Article;
import org.townloop.supply.offer.ByQuote;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Online;
import org.townloop.supply.offer.Ride;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.SetMenu;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.offer.Stored;
import org.townloop.supply.offer.Table;
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
    private final CopyTable resources =
            new CopyTable("merchant.resource", "region_id, id, place_id, kind, name, seats, zone, units");
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
                    + " mode, arrangement, menu, deposit_percent");
    private final CopyTable offerStaff = new CopyTable("offer.staff", "region_id, offer_id, staff_id");
    private final CopyTable calendars = new CopyTable("booking.calendar", "region_id, place_id");

    private final Trades trades;
    private final Map<UUID, HomeVisit> atHome;
    private final JsonMapper json;

    SupplyTables(Trades trades, JsonMapper json, Founding town) {
        this.trades = trades;
        this.atHome = town.homes()
                .arrangements(
                        trades.of(ShopKind.HOUSEKEEPING).usualMode(),
                        trades.of(ShopKind.REPAIRS).usualMode());
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
        place(
                region.number(),
                dice.id(region, since),
                null,
                trades.of(ShopKind.HAIR),
                listing.name(),
                listing.address(),
                null,
                since,
                "");
    }

    private void shop(Shop shop) {
        var region = shop.region().number();
        merchants.row(region, shop.merchant(), text(shop.name()), shop.since(), shop.since());
        place(
                region,
                shop.id(),
                shop.merchant(),
                trades.of(shop.kind()),
                shop.name(),
                shop.address(),
                shop.phone(),
                shop.since(),
                shop.week().notation());
        shop.staff().forEach(worker -> worker(region, shop, worker));
        shop.seats().forEach(seat -> seat(region, shop, seat));
        new TreeMap<>(shop.daysThatDiffer())
                .forEach((day, span) -> exceptions.row(region, shop.id(), day, opens(span), closes(span)));
        shop.offers().forEach(offer -> offer(region, shop, offer));
        calendars.row(region, shop.id());
    }

    private void seat(int region, Shop shop, Shop.Seat seat) {
        resources.row(
                region,
                seat.id(),
                shop.id(),
                shop.kind().resource,
                text(seat.name()),
                seat.people(),
                seat.zone(),
                seat.units());
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
                trades.of(shop.kind()).id().value(),
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
                trades.of(shop.kind()).version(),
                text(offer.title()),
                text(offer.description()),
                price,
                "CNY",
                offer.minutes(),
                offer.minutesBefore(),
                offer.minutesAfter(),
                resource(shop, offer),
                offer.attributes(),
                at,
                trades.mode(shop.kind(), arrangement(offer)).key(),
                json.writerFor(Arrangement.class).writeValueAsString(arrangement(offer)),
                json.writeValueAsString(
                        offer.meal().map(SetMeal::menu).orElse(SetMenu.NONE).courses()),
                offer.deposit() == null ? null : offer.deposit().percent());
    }

    private @Nullable String resource(Shop shop, Sold offer) {
        return switch (arrangement(offer)) {
            case WalkIn _, Stay _, Ad _, ByQuote _, Online _, Stored _, Article _ -> null;
            case Appointment(var alongside) when alongside -> null;
            case Appointment _, Session _, Table _, HomeVisit _, Ride _ ->
                shop.seats().isEmpty() ? null : shop.kind().resource;
        };
    }

    private Arrangement arrangement(Sold offer) {
        return Objects.requireNonNullElse(atHome.get(offer.id()), offer.arrangement());
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
