package org.townloop.supply.offer;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import org.townloop.base.kernel.Written;
import org.townloop.base.region.Region;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.ResourceId;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.pack.Pack;

/**
 * What an offer must satisfy besides its pack's schema. The first rule that refuses speaks.
 *
 * @param staffThere who works at the place
 * @param thingsThere what there is at the place to be taken
 * @param today by the place's clock
 * @param before what is written anew, or null
 */
record OfferRules(
        Place place,
        Region region,
        Pack pack,
        Set<StaffId> staffThere,
        Set<ResourceId> thingsThere,
        LocalDate today,
        @Nullable Offer before) {

    private static final int TITLE_MAX = 120;
    private static final int STEP_MINUTES = 5;
    private static final int DURATION_MAX = 1_440;
    private static final int BUFFER_MAX = 240;
    private static final int DESCRIPTION_MAX = 2_000;

    Optional<Refusal> refusal(NewOffer offer) {
        var rules = List.<Function<NewOffer, @Nullable Refusal>>of(
                this::bookable,
                this::titled,
                this::described,
                this::priced,
                this::timed,
                this::equipped,
                this::staffed,
                this::arranged,
                this::deposited,
                this::paidAtShop,
                this::chosen);
        return rules.stream()
                .flatMap(rule -> Stream.ofNullable(rule.apply(offer)))
                .findFirst();
    }

    private @Nullable Refusal bookable(NewOffer offer) {
        if (place.isListing()) {
            return Refusal.of(OfferReason.PLACE_IS_LISTING, "place");
        }
        if ((offer.arrangement() instanceof HomeVisit || offer.arrangement() instanceof Ride)
                && place.point() == null) {
            return Refusal.of(OfferReason.PLACE_WITHOUT_POINT, "place");
        }
        if (offer.arrangement() instanceof Ad && place.phone() == null) {
            return Refusal.of(OfferReason.PLACE_WITHOUT_PHONE, "place");
        }
        return place.trade().equals(pack.id().value()) ? null : Refusal.of(OfferReason.PACK_NOT_OF_PLACE, "pack");
    }

    private @Nullable Refusal titled(NewOffer offer) {
        if (blank(offer.title().en()) && blank(offer.title().zh())) {
            return Refusal.of(OfferReason.TITLE_MISSING, "title");
        }
        return texts(offer.title()).allMatch(text -> Written.isName(text, TITLE_MAX))
                ? null
                : Refusal.of(OfferReason.TITLE_TOO_LONG, "title", Map.of("max", TITLE_MAX));
    }

    private @Nullable Refusal described(NewOffer offer) {
        return texts(offer.description()).anyMatch(text -> Written.isLonger(text, DESCRIPTION_MAX))
                ? Refusal.of(OfferReason.DESCRIPTION_TOO_LONG, "description", Map.of("max", DESCRIPTION_MAX))
                : null;
    }

    private @Nullable Refusal priced(NewOffer offer) {
        if (offer.price().minor() < 0) {
            return Refusal.of(OfferReason.PRICE_NEGATIVE, "price");
        }
        if (offer.price().minor() > ArrangementRules.PRICE_MAX) {
            return Refusal.of(OfferReason.PRICE_TOO_HIGH, "price", Map.of("max", ArrangementRules.PRICE_MAX));
        }
        return offer.price().currency().equals(region.currency())
                ? null
                : Refusal.of(
                        OfferReason.PRICE_IN_OTHER_CURRENCY,
                        "price",
                        Map.of("currency", region.currency().getCurrencyCode()));
    }

    private @Nullable Refusal timed(NewOffer offer) {
        var least = isTimed(offer.arrangement()) ? STEP_MINUTES : 0;
        if (!fits(offer.duration(), least, DURATION_MAX)) {
            return Refusal.of(
                    OfferReason.DURATION_INVALID, "duration", Map.of("min", STEP_MINUTES, "max", DURATION_MAX));
        }
        if (!fits(offer.bufferBefore(), 0, BUFFER_MAX)) {
            return Refusal.of(OfferReason.BUFFER_INVALID, "bufferBefore", Map.of("max", BUFFER_MAX));
        }
        return fits(offer.bufferAfter(), 0, BUFFER_MAX)
                ? null
                : Refusal.of(OfferReason.BUFFER_INVALID, "bufferAfter", Map.of("max", BUFFER_MAX));
    }

    /** Nights are counted, a ride takes as long as its way; of an ad nothing is timed. */
    private static boolean isTimed(Arrangement arrangement) {
        return switch (arrangement) {
            case Stay _, Ride _, Ad _, ByQuote _, Online _, Stored _, Article _ -> false;
            case Appointment _, WalkIn _, Session _, Table _, HomeVisit _ -> true;
        };
    }

    private @Nullable Refusal equipped(NewOffer offer) {
        var kind = offer.resourceKind();
        var isWithout = offer.arrangement() instanceof Table && !Table.RESOURCE.equals(kind)
                || offer.arrangement() instanceof Ride && !Ride.RESOURCE.equals(kind);
        if (isWithout) {
            return Refusal.of(OfferReason.RESOURCE_KIND_UNKNOWN, "resourceKind", Map.of("kinds", kinds()));
        }
        return kind == null || pack.resourceKind(kind).isPresent()
                ? null
                : Refusal.of(OfferReason.RESOURCE_KIND_UNKNOWN, "resourceKind", Map.of("kinds", kinds()));
    }

    private @Nullable Refusal arranged(NewOffer offer) {
        return pack.modes().stream()
                .filter(mode -> mode.key().equals(offer.mode()))
                .findFirst()
                .map(mode -> Optional.ofNullable(new ArrangementRules(
                                mode.booking(), thingsThere, today, before == null ? null : before.arrangement())
                        .refusal(offer.arrangement())))
                .orElse(Optional.of(Refusal.of(OfferReason.MODE_OF_OTHER_TRADE, "mode")))
                .orElse(null);
    }

    private @Nullable Refusal deposited(NewOffer offer) {
        var deposit = offer.deposit();
        if (deposit == null) {
            return null;
        }
        var range = pack.mode(offer.mode()).deposit();
        if (range == null || offer.price().isZero()) {
            return Refusal.of(OfferReason.DEPOSIT_NOT_TAKEN, "deposit");
        }
        return range.allows(deposit.percent())
                ? null
                : Refusal.of(
                        OfferReason.DEPOSIT_OUT_OF_RANGE, "deposit", Map.of("min", range.least(), "max", range.most()));
    }

    private @Nullable Refusal paidAtShop(NewOffer offer) {
        return offer.atShop() == null || (offer.price().isPositive() && isHadThere(offer.arrangement()))
                ? null
                : Refusal.of(OfferReason.AT_SHOP_NOT_TAKEN, "atShop");
    }

    /** Whether somebody is there at a time, who can be asked for the money. */
    private static boolean isHadThere(Arrangement arrangement) {
        return switch (arrangement) {
            case Appointment _, Session _, Table _, Stay _, HomeVisit _ -> true;
            case WalkIn _, Ad _, ByQuote _, Ride _, Online _, Stored _, Article _ -> false;
        };
    }

    private @Nullable Refusal chosen(NewOffer offer) {
        return MenuRules.refusal(offer.menu(), offer.arrangement());
    }

    private @Nullable Refusal staffed(NewOffer offer) {
        Collection<StaffId> staff = offer.staff();
        if (staff.isEmpty() && needsStaff(offer.arrangement())) {
            return Refusal.of(OfferReason.STAFF_MISSING, "staff");
        }
        if (offer.arrangement() instanceof HomeVisit visit && staff.size() < visit.team()) {
            return Refusal.of(OfferReason.TEAM_TOO_SMALL, "staff", Map.of("team", visit.team()));
        }
        return staffThere.containsAll(staff) ? null : Refusal.of(OfferReason.STAFF_NOT_HERE, "staff");
    }

    private static boolean needsStaff(Arrangement arrangement) {
        return switch (arrangement) {
            case Appointment _, HomeVisit _, ByQuote _, Ride _ -> true;
            case WalkIn _, Session _, Table _, Stay _, Ad _, Online _, Stored _, Article _ -> false;
        };
    }

    private List<Words> kinds() {
        return pack.resourceKinds().stream().map(Pack.ResourceKind::label).toList();
    }

    private static boolean fits(Duration time, int min, int max) {
        var minutes = time.toMinutes();
        return minutes >= min
                && minutes <= max
                && minutes % STEP_MINUTES == 0
                && time.equals(Duration.ofMinutes(minutes));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static Stream<String> texts(Words words) {
        return Stream.of(words.en(), words.zh()).flatMap(Stream::ofNullable).filter(text -> !text.isBlank());
    }
}
