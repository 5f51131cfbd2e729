package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.loop.dispute.Decision;
import org.townloop.loop.dispute.Dispute;
import org.townloop.loop.dispute.Word;

/** Disputes as JSON shows them. */
@Component
class DisputeJson {

    /**
     * @param amount nothing if it is done again
     */
    @Schema(name = "DisputeOffer")
    record OfferJson(boolean redo, Amount amount) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WordJson(String side, @Nullable String words, OffsetDateTime at, int pictures) {}

    /** @param instance 1, or 2 for the second opinion, whose amounts come on top */
    record DecisionJson(
            int instance, Amount ofOrder, Amount ofPlatform, Amount toMerchant, String reasons, OffsetDateTime at) {}

    /** @param dueAt until when whoever is waited for may speak; then it goes on without them */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Dispute")
    record OneJson(
            UUID id,
            UUID orderId,
            String state,
            String about,
            String wanted,
            Amount amount,
            OffsetDateTime openedAt,
            @Nullable OffsetDateTime dueAt,
            @Nullable OfferJson offer,
            @Nullable String referredFor,
            @Nullable String appealedBy,
            List<WordJson> words,
            List<DecisionJson> decisions) {}

    private final Moments moments;

    DisputeJson(Moments moments) {
        this.moments = moments;
    }

    OneJson of(Dispute dispute, List<Word> words, List<Decision> decisions) {
        var region = dispute.id().region();
        var offer = dispute.offer();
        var referral = dispute.referredFor();
        var appeal = dispute.appealedBy();
        return new OneJson(
                dispute.id().value(),
                dispute.order().value(),
                dispute.state().name(),
                dispute.about().name(),
                dispute.wanted().name(),
                Amount.of(dispute.wantedAmount()),
                moments.in(region, dispute.openedAt()),
                moments.inNullable(region, dispute.dueAt()),
                offer == null ? null : new OfferJson(offer.redo(), Amount.of(offer.amount())),
                referral == null ? null : referral.name(),
                appeal == null ? null : appeal.name(),
                words.stream()
                        .map(word -> new WordJson(
                                word.side().name(),
                                word.words(),
                                moments.in(region, word.at()),
                                word.pictures().size()))
                        .toList(),
                decisions.stream()
                        .map(each -> new DecisionJson(
                                each.instance(),
                                Amount.of(each.ofOrder()),
                                Amount.of(each.platform()),
                                Amount.of(each.toMerchant()),
                                each.reasons(),
                                moments.in(region, each.at())))
                        .toList());
    }
}
