package org.townloop.surface.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.dispute.About;
import org.townloop.loop.dispute.DeskDisputes;
import org.townloop.loop.dispute.Dispute;
import org.townloop.loop.dispute.DisputeId;
import org.townloop.loop.dispute.DisputeReason;
import org.townloop.loop.dispute.NewDispute;
import org.townloop.loop.dispute.ResidentDisputes;
import org.townloop.loop.dispute.Wanted;
import org.townloop.loop.ordering.OrderId;

@RestController
@Tag(
        name = "Disputes",
        description = "A resident objects to an order; its money stands still until they agree or an operator has"
                + " decided. Every POST takes an Idempotency-Key. Pictures are sent and seen on the pages only.")
class DisputesApi {

    private static final String KEY = "Idempotency-Key";

    /**
     * @param about NOT_AS_PROMISED, CLOSED_DOOR, WRONG_AMOUNT, DAMAGED or OTHER
     * @param wanted ALL, PART (with an amount) or REDO
     */
    record NewDisputeJson(
            @Nullable String about,
            @Nullable String wanted,
            NewOrder.@Nullable AmountJson amount,
            @Nullable String words) {}

    /** The offer that was read: another one is not accepted. */
    record AcceptedOffer(@Nullable Boolean redo, NewOrder.@Nullable AmountJson amount) {}

    record NewWords(@Nullable String words) {}

    @Schema(name = "Disputes")
    record All(List<DisputeJson.OneJson> disputes) {}

    private final ResidentDisputes disputes;
    private final DeskDisputes desk;
    private final DisputeJson json;
    private final Amounts amounts;

    DisputesApi(ResidentDisputes disputes, DeskDisputes desk, DisputeJson json, Amounts amounts) {
        this.disputes = disputes;
        this.desk = desk;
        this.json = json;
        this.amounts = amounts;
    }

    @Operation(
            summary = "Object to an order of one's own",
            description = "After the visit or the end of its time, for as many days as its region says. One at a time,"
                    + " and none after a decision. The order is DISPUTED meanwhile.")
    @PostMapping("/api/orders/{id}/disputes")
    @ResponseStatus(HttpStatus.CREATED)
    DisputeJson.OneJson open(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = KEY, defaultValue = "") String key,
            @RequestBody NewDisputeJson wanted) {
        var about = choice(About.values(), wanted.about(), "about");
        var what = choice(Wanted.values(), wanted.wanted(), "wanted");
        var minor = amounts.minorOrNothing(id, wanted.amount(), "amount");
        var read = new NewDispute(about, what, minor, text(wanted.words()), List.of());
        return one(actor, Refused.unless(disputes.open(actor, order(id), read, key)));
    }

    @Operation(summary = "The disputes of an order of one's own, the newest first")
    @GetMapping("/api/orders/{id}/disputes")
    All all(Actor actor, @PathVariable UUID id) {
        return new All(disputes.of(actor, order(id)).stream()
                .map(each -> one(actor, each))
                .toList());
    }

    @Operation(summary = "Accept what the merchant has offered", description = "As it was read: redo, or the amount.")
    @PostMapping("/api/disputes/{id}/acceptance")
    DisputeJson.OneJson accept(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = KEY, defaultValue = "") String key,
            @RequestBody AcceptedOffer read) {
        var currency = disputes.own(actor, dispute(id)).wantedAmount().currency();
        var minor = amounts.minorOrNothing(id, read.amount(), "amount");
        var offer = new Dispute.Offered(Boolean.TRUE.equals(read.redo()), new Money(minor, currency));
        return act(actor, disputes.accept(actor, dispute(id), offer, key));
    }

    @Operation(summary = "Decline what the merchant has offered", description = "An operator decides then.")
    @PostMapping("/api/disputes/{id}/refusal")
    DisputeJson.OneJson decline(
            Actor actor, @PathVariable UUID id, @RequestHeader(name = KEY, defaultValue = "") String key) {
        return act(actor, disputes.decline(actor, dispute(id), key));
    }

    @Operation(summary = "Object no more", description = "As long as nothing was decided; the order goes on as sold.")
    @PostMapping("/api/disputes/{id}/withdrawal")
    DisputeJson.OneJson withdraw(
            Actor actor, @PathVariable UUID id, @RequestHeader(name = KEY, defaultValue = "") String key) {
        return act(actor, disputes.withdraw(actor, dispute(id), key));
    }

    @Operation(summary = "Say something more, as long as it is open")
    @PostMapping("/api/disputes/{id}/words")
    DisputeJson.OneJson write(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = KEY, defaultValue = "") String key,
            @RequestBody NewWords said) {
        return act(actor, disputes.write(actor, dispute(id), text(said.words()), List.of(), key));
    }

    @Operation(
            summary = "Ask for a second opinion, as the resident or as the merchant",
            description = "Once, by whichever of the two asks first, while the state is DECIDED.")
    @PostMapping("/api/disputes/{id}/appeal")
    DisputeJson.OneJson appeal(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = KEY, defaultValue = "") String key,
            @RequestBody NewWords said) {
        if (disputes.isOwn(actor, dispute(id))) {
            return act(actor, disputes.appeal(actor, dispute(id), text(said.words()), key));
        }
        var appealed = Refused.unless(desk.appeal(actor, dispute(id), text(said.words()), key));
        return json.of(appealed, desk.words(actor, appealed.id()), desk.decisions(actor, appealed.id()));
    }

    private DisputeJson.OneJson act(Actor actor, Outcome<Dispute> outcome) {
        return one(actor, Refused.unless(outcome));
    }

    private DisputeJson.OneJson one(Actor actor, Dispute dispute) {
        return json.of(dispute, disputes.words(actor, dispute.id()), disputes.decisions(actor, dispute.id()));
    }

    private static <T extends Enum<T>> T choice(T[] all, @Nullable String name, String field) {
        return Stream.of(all)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.with(Refusal.of(DisputeReason.DISPUTE_CHOICE_MISSING, field)));
    }

    static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }

    static DisputeId dispute(UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("dispute " + id);
        }
        return new DisputeId(id);
    }

    static OrderId order(UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("order " + id);
        }
        return new OrderId(id);
    }
}
