package org.townloop.loop.quote;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Site;
import org.townloop.base.kernel.Written;
import org.townloop.base.media.Pictures;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.CheckoutReason;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.pack.Asking;
import org.townloop.supply.pack.Packs;

/** What a request must satisfy. */
@Component
class RequestRules {

    static final int LONGEST_WORDS = 2_000;
    private static final int LONGEST_WISH = 200;
    private static final int LONGEST_PHONE = 40;

    private final Pictures pictures;
    private final Packs packs;
    private final Regions regions;
    private final Clock clock;

    RequestRules(Pictures pictures, Packs packs, Regions regions, Clock clock) {
        this.pictures = pictures;
        this.packs = packs;
        this.regions = regions;
        this.clock = clock;
    }

    Optional<Refusal> refusal(Actor actor, @Nullable Offer offer, NewRequest wanted) {
        var quote = offer == null || !offer.active() ? null : offer.byQuote();
        if (offer == null || quote == null) {
            return Optional.of(Refusal.of(QuoteReason.QUOTE_NOT_ASKED_FOR, "offerId"));
        }
        return words(wanted)
                .or(() -> texts(wanted))
                .or(() -> address("address", wanted.address()))
                .or(() -> quote.destination() ? address("destination", wanted.destination()) : Optional.empty())
                .or(() -> answers(offer, wanted))
                .or(() -> photos(actor, wanted));
    }

    /** The end of the day on which the place is to have answered. */
    Instant answerBy(Offer offer, Instant now) {
        var quote = offer.byQuote();
        var zone = regions.get(offer.region()).zone();
        return now.atZone(zone)
                .toLocalDate()
                .plusDays(quote == null ? 1 : quote.answerDays() + 1L)
                .atStartOfDay(zone)
                .toInstant();
    }

    private static Optional<Refusal> words(NewRequest wanted) {
        var words = Written.plain(wanted.words());
        return words == null || Written.isLonger(words, LONGEST_WORDS)
                ? Optional.of(Refusal.of(QuoteReason.QUOTE_WORDS_INVALID, "words", Map.of("max", LONGEST_WORDS)))
                : Optional.empty();
    }

    private static Optional<Refusal> texts(NewRequest wanted) {
        if (Written.isLonger(wanted.wished(), LONGEST_WISH)) {
            return Optional.of(Refusal.of(QuoteReason.QUOTE_TEXT_TOO_LONG, "wished", Map.of("max", LONGEST_WISH)));
        }
        if (Written.isLonger(wanted.phone(), LONGEST_PHONE)) {
            return Optional.of(Refusal.of(QuoteReason.QUOTE_TEXT_TOO_LONG, "phone", Map.of("max", LONGEST_PHONE)));
        }
        return wanted.phone().isBlank() || Written.isTelephone(wanted.phone())
                ? Optional.empty()
                : Optional.of(
                        Refusal.of(CheckoutReason.PHONE_TOO_SHORT, "phone", Map.of("min", Written.FEWEST_DIGITS)));
    }

    private static Optional<Refusal> address(String field, String typed) {
        var address = Written.plain(typed);
        return address == null || Written.isLonger(address, Site.LONGEST_ADDRESS)
                ? Optional.of(Refusal.of(QuoteReason.QUOTE_ADDRESS_INVALID, field, Map.of("max", Site.LONGEST_ADDRESS)))
                : Optional.empty();
    }

    private Optional<Refusal> answers(Offer offer, NewRequest wanted) {
        if (wanted.answers().values().stream().anyMatch(answer -> Written.isLonger(answer, LONGEST_WORDS / 4))) {
            return Optional.of(
                    Refusal.of(QuoteReason.QUOTE_TEXT_TOO_LONG, "answers", Map.of("max", LONGEST_WORDS / 4)));
        }
        var now = clock.instant();
        var asking = new Asking(
                offer.mode(),
                1,
                now.atZone(regions.get(offer.region()).zone()),
                now,
                wanted.answers(),
                offer.attributes());
        return packs.refusal(packs.get(offer.pack(), offer.packVersion()), asking);
    }

    private Optional<Refusal> photos(Actor actor, NewRequest wanted) {
        if (wanted.photos().size() > QuoteRequests.MOST_PHOTOS) {
            return Optional.of(
                    Refusal.of(QuoteReason.QUOTE_PHOTOS_TOO_MANY, "photos", Map.of("max", QuoteRequests.MOST_PHOTOS)));
        }
        return pictures.areForParties(actor.person(), wanted.photos())
                ? Optional.empty()
                : Optional.of(Refusal.of(QuoteReason.QUOTE_PHOTO_UNKNOWN, "photos"));
    }
}
