package org.townloop.surface.desk;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import org.townloop.base.kernel.Written;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.offer.Arrangement;
import org.townloop.supply.offer.AtShop;
import org.townloop.supply.offer.Deposit;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.OfferReason;
import org.townloop.supply.offer.Ride;
import org.townloop.supply.offer.SetMenu;
import org.townloop.supply.offer.Table;
import org.townloop.supply.pack.BookingMode;
import org.townloop.supply.pack.Mode;
import org.townloop.supply.pack.Pack;
import org.townloop.surface.page.Typed;
import tools.jackson.databind.JsonNode;

/** Reads the form of an offer. What it says is judged where offers are written; here only whether it can be read. */
record OfferForm(PlaceId place, Pack pack, Mode mode, Currency currency, Map<String, List<String>> typed) {

    /** How long a visit is shown to take where nobody books a time. */
    private static final int WALK_IN_MINUTES = 60;

    /** What can be read one after the other, each of which may be unreadable. */
    private record Parts(
            Money price,
            JsonNode attributes,
            Arrangement arrangement,
            SetMenu menu,
            @Nullable Deposit deposit,
            @Nullable AtShop atShop) {}

    Outcome<NewOffer> read(@Nullable OfferId id) {
        return switch (parts()) {
            case Outcome.Refused<Parts>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<Parts>(var parts) -> Outcome.done(offer(id, parts));
        };
    }

    private NewOffer offer(@Nullable OfferId id, Parts parts) {
        return new NewOffer(
                id,
                place,
                pack.id(),
                new Words(text("titleEn"), text("titleZh")),
                new Words(prose("descriptionEn"), prose("descriptionZh")),
                parts.price(),
                duration(),
                minutes("before", 0),
                minutes("after", 0),
                resource(),
                parts.attributes(),
                staff(),
                mode.key(),
                parts.arrangement(),
                parts.menu(),
                parts.deposit(),
                parts.atShop(),
                typed.containsKey("active"));
    }

    private @Nullable String resource() {
        return switch (mode.booking()) {
            case BookingMode.Table _ -> Table.RESOURCE;
            case BookingMode.WalkIn _,
                    BookingMode.Stay _,
                    BookingMode.HomeVisit _,
                    BookingMode.Delivery _,
                    BookingMode.Ad _,
                    BookingMode.ByQuote _,
                    BookingMode.Online _ -> null;
            case BookingMode.Ride _ -> Ride.RESOURCE;
            case BookingMode.Appointment _, BookingMode.Session _ ->
                plain("resource").isEmpty() ? null : plain("resource");
        };
    }

    /** Nights are counted and not timed, a ride takes as long as its way, goods come in windows; of an ad nothing is timed. */
    private Duration duration() {
        return switch (mode.booking()) {
            case BookingMode.Stay _,
                    BookingMode.Ride _,
                    BookingMode.Delivery _,
                    BookingMode.Ad _,
                    BookingMode.ByQuote _,
                    BookingMode.Online _ -> Duration.ZERO;
            case BookingMode.WalkIn _ -> minutes("minutes", WALK_IN_MINUTES);
            case BookingMode.Appointment _, BookingMode.Session _, BookingMode.Table _, BookingMode.HomeVisit _ ->
                minutes("minutes", Saved.UNREADABLE);
        };
    }

    private Outcome<Parts> parts() {
        if (!typed.getOrDefault("staff", List.of()).stream().allMatch(OfferForm::isId)) {
            return Outcome.refused(Refusal.of(OfferReason.STAFF_NOT_HERE, "staff"));
        }
        var price = price();
        if (price == null) {
            return refused(DeskReason.PRICE_UNREADABLE, "price");
        }
        var attributes = new AttributeFields(pack, typed).read();
        if (attributes instanceof Outcome.Refused<JsonNode>(var refusal)) {
            return Outcome.refused(refusal);
        }
        var percent = percent();
        if (percent < 0) {
            return refused(DeskReason.DEPOSIT_UNREADABLE, "deposit");
        }
        var deposit = percent == 0 ? null : new Deposit(percent);
        return new AtShopForm(currency, typed)
                .read()
                .then(atShop -> parts(price, attributes, deposit, atShop.orElse(null)));
    }

    private Outcome<Parts> parts(
            Money price, Outcome<JsonNode> attributes, @Nullable Deposit deposit, @Nullable AtShop atShop) {
        return switch (new ArrangementForm(mode, currency.getDefaultFractionDigits(), typed).read()) {
            case Outcome.Refused<Arrangement>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<Arrangement>(var arrangement) ->
                menu(price)
                        .map(menu -> new Parts(
                                price,
                                ((Outcome.Done<JsonNode>) attributes).value(),
                                arrangement,
                                menu,
                                deposit,
                                atShop));
        };
    }

    /** Of a table the dishes that are ordered ahead. */
    private Outcome<SetMenu> menu(Money price) {
        return mode.booking() instanceof BookingMode.Table
                ? new AheadLines(typed, price.exponent()).read()
                : MenuLines.read(prose("menu"), price.exponent());
    }

    /** In whole units of the currency, with decimals if it has any: 88 or 88.50. */
    private @Nullable Money price() {
        return Typed.minor(plain("price"), currency.getDefaultFractionDigits())
                .filter(minor -> minor >= 0)
                .map(minor -> new Money(minor, currency))
                .orElse(null);
    }

    /** 0 if it is left open, less if it cannot be read; the trade says how much it may be. */
    private int percent() {
        var text = Normalizer.normalize(plain("deposit"), Normalizer.Form.NFKC)
                .replace("%", "")
                .strip();
        if (text.isEmpty()) {
            return 0;
        }
        return text.matches("[1-9]|[1-8][0-9]|90") ? Integer.parseInt(text) : Saved.UNREADABLE;
    }

    private Set<StaffId> staff() {
        return typed.getOrDefault("staff", List.of()).stream()
                .flatMap(id -> Typed.id(id).stream())
                .map(StaffId::new)
                .collect(Collectors.toSet());
    }

    private static boolean isId(String text) {
        return Typed.id(text).isPresent();
    }

    private Duration minutes(String name, int otherwise) {
        return Duration.ofMinutes(Saved.number(typed, name, otherwise));
    }

    private @Nullable String text(String name) {
        return Written.plain(plain(name).replaceAll("\\s+", " "));
    }

    private String prose(String name) {
        var plain = Written.plain(plain(name));
        return plain == null ? "" : plain;
    }

    private String plain(String name) {
        return typed.getOrDefault(name, List.of("")).getFirst().strip();
    }

    private static <T> Outcome<T> refused(DeskReason reason, String field) {
        return Outcome.refused(Refusal.of(reason, field));
    }
}
