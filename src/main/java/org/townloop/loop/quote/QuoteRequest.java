package org.townloop.loop.quote;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Words;
import org.townloop.base.media.PictureId;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.offer.OfferId;

/**
 * A resident's request for a quotation.
 *
 * @param number of the place's requests: its papers are called by it
 * @param words what is to be done; null, like all that says who and where, once it is forgotten
 * @param wished when it would suit them, in their own words
 * @param answers to the trade's questions, by key
 * @param answerBy until when the place answers
 * @param survey when somebody comes to look; null if nothing was agreed
 * @param reason why it was declined or called off
 */
public record QuoteRequest(
        RequestId id,
        int number,
        PersonId resident,
        MerchantId merchant,
        PlaceId place,
        OfferId offer,
        int offerVersion,
        Words title,
        RequestState state,
        Map<String, String> answers,
        @Nullable String words,
        @Nullable String wished,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String destination,
        Instant askedAt,
        Instant answerBy,
        @Nullable Survey survey,
        @Nullable String reason,
        @Nullable Instant closedAt,
        List<PictureId> photos) {

    /** Somebody comes to look. */
    public record Survey(StaffId staff, Instant at, Instant ends) {}

    /** Whether the place has not answered, although it said it would have by now. */
    public boolean isLate(Instant now) {
        return state == RequestState.ASKED && now.isAfter(answerBy);
    }

    /** What the place's papers on it are called. */
    public String paper(int version) {
        return number + "/" + version;
    }
}
