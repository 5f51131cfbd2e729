package org.townloop.surface.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.base.identity.Actor;
import org.townloop.loop.dispute.DeskDisputes;
import org.townloop.loop.dispute.NewAnswer;
import org.townloop.loop.dispute.NewDecision;
import org.townloop.loop.dispute.OfficeDisputes;

@RestController
@Tag(name = "Disputes")
class DisputeAnswersApi {

    private static final String KEY = "Idempotency-Key";

    /** @param offer left out: nothing is offered, and an operator decides */
    record NewAnswerJson(@Nullable String words, @Nullable NewOffer offer) {}

    /** Either that it is done again, or an amount. */
    @Schema(name = "NewDisputeOffer")
    record NewOffer(@Nullable Boolean redo, NewOrder.@Nullable AmountJson amount) {}

    /** What is left out is nothing. */
    record NewDecisionJson(
            NewOrder.@Nullable AmountJson ofOrder,
            NewOrder.@Nullable AmountJson ofPlatform,
            NewOrder.@Nullable AmountJson toMerchant,
            @Nullable String reasons) {}

    private final DeskDisputes desk;
    private final OfficeDisputes office;
    private final DisputeJson json;
    private final Amounts amounts;

    DisputeAnswersApi(DeskDisputes desk, OfficeDisputes office, DisputeJson json, Amounts amounts) {
        this.desk = desk;
        this.office = office;
        this.json = json;
        this.amounts = amounts;
    }

    @Operation(
            summary = "Answer a dispute, as the merchant",
            description = "While its state is OPEN. An amount may be offered, or that it is done again (redo); without"
                    + " an offer an operator decides. Takes an Idempotency-Key.")
    @PostMapping("/api/disputes/{id}/answer")
    DisputeJson.OneJson answer(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = KEY, defaultValue = "") String key,
            @RequestBody NewAnswerJson said) {
        var offer = said.offer();
        var amount = offer == null ? null : amounts.minor(id, offer.amount(), "offer.amount");
        var redo = offer != null && Boolean.TRUE.equals(offer.redo());
        var answer = new NewAnswer(DisputesApi.text(said.words()), List.of(), redo, redo ? null : amount);
        var dispute = Refused.unless(desk.answer(actor, DisputesApi.dispute(id), answer, key));
        return json.of(dispute, desk.words(actor, dispute.id()), desk.decisions(actor, dispute.id()));
    }

    @Operation(
            summary = "Decide a dispute, as an operator",
            description = "While its state is REFERRED, or APPEALED: then the amounts come on top of the first"
                + " decision's. ofOrder: to the resident of what was paid, taken back from those who had earned it if"
                + " need be; ofPlatform: from the platform's own pocket; toMerchant: made good to the merchant, of a"
                + " second opinion only. The money moves with the decision. Takes an Idempotency-Key.")
    @PostMapping("/api/disputes/{id}/decision")
    DisputeJson.OneJson decide(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = KEY, defaultValue = "") String key,
            @RequestBody NewDecisionJson said) {
        var decision = new NewDecision(
                amounts.minorOrNothing(id, said.ofOrder(), "ofOrder"),
                amounts.minorOrNothing(id, said.ofPlatform(), "ofPlatform"),
                amounts.minorOrNothing(id, said.toMerchant(), "toMerchant"),
                DisputesApi.text(said.reasons()));
        var dispute = Refused.unless(office.decide(actor, DisputesApi.dispute(id), decision, key));
        return json.of(dispute, office.words(actor, dispute.id()), office.decisions(actor, dispute.id()));
    }
}
