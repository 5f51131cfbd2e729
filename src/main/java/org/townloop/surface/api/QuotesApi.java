package org.townloop.surface.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.quote.Acceptances;
import org.townloop.loop.quote.NewRequest;
import org.townloop.loop.quote.PaidStages;
import org.townloop.loop.quote.QuotationId;
import org.townloop.loop.quote.QuoteCallOffs;
import org.townloop.loop.quote.QuoteRequests;
import org.townloop.loop.quote.RequestId;
import org.townloop.supply.offer.OfferId;
import org.townloop.surface.page.RequestReason;

@RestController
@Tag(
        name = "Quotations",
        description =
                "What has no fixed price: ask for a quotation, accept it, and pay its stages as orders. Photographs"
                        + " are sent and seen on the pages only.")
class QuotesApi {

    private static final String KEY = "Idempotency-Key";
    private static final int SHOWN = 100;

    /**
     * What is to be priced.
     *
     * @param destination where the offer goes from one address to another
     * @param answers to the questions that the offer names
     */
    record NewQuoteRequest(
            @Nullable UUID offerId,
            @Nullable String words,
            @Nullable String wished,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String destination,
            @Nullable Map<String, String> answers) {}

    /** @param quotationId the one that was read: only this one is accepted */
    record NewAcceptance(@Nullable UUID quotationId) {}

    /** @param number of the time that suits */
    record NewSurvey(@Nullable Integer number) {}

    record NewMessage(@Nullable String message) {}

    /** @param reason may be left out */
    record Ending(@Nullable String reason) {}

    record CallingOffJson(Amount refund) {}

    record CallOff(
            NewOrder.@Nullable AmountJson refund, @Nullable String reason) {}

    record Requests(List<QuoteJson.RequestJson> requests) {}

    /** @param orderId is held for half an hour, and paid as any order */
    record AcceptedJson(UUID orderId, String state, OffsetDateTime holdExpiresAt, Amount total) {}

    private final QuoteRequests requests;
    private final Acceptances acceptances;
    private final PaidStages paidStages;
    private final QuoteCallOffs callOffs;
    private final QuoteJson json;
    private final Amounts amounts;
    private final Moments moments;

    QuotesApi(
            QuoteRequests requests,
            Acceptances acceptances,
            PaidStages paidStages,
            QuoteCallOffs callOffs,
            QuoteJson json,
            Amounts amounts,
            Moments moments) {
        this.amounts = amounts;
        this.paidStages = paidStages;
        this.requests = requests;
        this.acceptances = acceptances;
        this.callOffs = callOffs;
        this.json = json;
        this.moments = moments;
    }

    @Operation(summary = "Ask a place for a quotation", description = "Takes an Idempotency-Key. Asking costs nothing.")
    @PostMapping("/api/quote-requests")
    @ResponseStatus(HttpStatus.CREATED)
    QuoteJson.RequestJson ask(
            Actor actor,
            @RequestHeader(name = KEY, defaultValue = "") String key,
            @RequestBody NewQuoteRequest wanted,
            Locale locale) {
        if (wanted.offerId() == null || !RegionId.isIn(wanted.offerId())) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_MISSING, "offerId"));
        }
        var request = new NewRequest(
                new OfferId(wanted.offerId()),
                DisputesApi.text(wanted.words()),
                DisputesApi.text(wanted.wished()),
                DisputesApi.text(wanted.phone()),
                DisputesApi.text(wanted.address()),
                DisputesApi.text(wanted.destination()),
                wanted.answers() == null ? Map.of() : wanted.answers(),
                List.of());
        return json.of(Refused.unless(requests.ask(actor, request, key)), QuoteJson.Told.NOTHING, locale);
    }

    @Operation(summary = "One's own requests, the newest first")
    @GetMapping("/api/quote-requests")
    Requests all(Actor actor, Locale locale) {
        return new Requests(requests.of(actor, SHOWN).stream()
                .map(request -> json.of(request, QuoteJson.Told.NOTHING, locale))
                .toList());
    }

    @Operation(summary = "A request of one's own, with all quotations, the newest first")
    @GetMapping("/api/quote-requests/{id}")
    QuoteJson.RequestJson one(Actor actor, @PathVariable UUID id, Locale locale) {
        var own = request(id);
        var quotations = requests.quotations(actor, own);
        return json.of(
                requests.own(actor, own),
                new QuoteJson.Told(
                        quotations,
                        paidStages.money(quotations),
                        requests.surveyTimes(actor, own),
                        requests.messages(actor, own)),
                locale);
    }

    @Operation(
            summary = "Choose when somebody comes to look",
            description = "One of the surveyTimes, while the state is SURVEY_PROPOSED; 409 if they are taken then.")
    @PostMapping("/api/quote-requests/{id}/survey")
    QuoteJson.RequestJson choose(Actor actor, @PathVariable UUID id, @RequestBody NewSurvey wanted, Locale locale) {
        if (wanted.number() == null) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_MISSING, "number"));
        }
        Refused.unless(requests.choose(actor, request(id), wanted.number()));
        return one(actor, id, locale);
    }

    @Operation(
            summary = "Write to the place",
            description = "The same words sent twice, one after the other, are one message.")
    @PostMapping("/api/quote-requests/{id}/messages")
    QuoteJson.RequestJson write(Actor actor, @PathVariable UUID id, @RequestBody NewMessage wanted, Locale locale) {
        Refused.unless(requests.write(actor, request(id), DisputesApi.text(wanted.message())));
        return one(actor, id, locale);
    }

    @Operation(summary = "Take a request back", description = "As long as nothing was accepted and paid.")
    @PostMapping("/api/quote-requests/{id}/withdrawal")
    QuoteJson.RequestJson withdraw(Actor actor, @PathVariable UUID id, @RequestBody Ending ending, Locale locale) {
        Refused.unless(requests.withdraw(actor, request(id), DisputesApi.text(ending.reason())));
        return one(actor, id, locale);
    }

    @Operation(
            summary = "What calling off what was accepted would bring back now, each stage by the policy it was sold"
                    + " under; 409 if nothing is accepted")
    @GetMapping("/api/quote-requests/{id}/calling-off")
    CallingOffJson callingOff(Actor actor, @PathVariable UUID id) {
        return new CallingOffJson(Amount.of(Refused.unless(callOffs.refund(actor, request(id)))));
    }

    @Operation(
            summary = "Call off what was accepted",
            description = "What was paid and not had goes back by the policy it was sold under. refund: what was shown;"
                    + " if it is another by now, nothing is called off. Again changes nothing.")
    @PostMapping("/api/quote-requests/{id}/calling-off")
    QuoteJson.RequestJson callOff(Actor actor, @PathVariable UUID id, @RequestBody CallOff wanted, Locale locale) {
        var refund = wanted.refund();
        var own = request(id);
        requests.own(actor, own);
        if (refund == null) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_MISSING, "refund"));
        }
        amounts.requireShown(id, refund, "refund");
        Refused.unless(callOffs.callOff(actor, own, refund.minor(), DisputesApi.text(wanted.reason())));
        return one(actor, id, locale);
    }

    @Operation(
            summary = "Accept a quotation",
            description = "Takes an Idempotency-Key. Its first stage is an order that is held for half an hour; the"
                    + " acceptance counts once that is paid.")
    @PostMapping("/api/quote-requests/{id}/acceptance")
    @ResponseStatus(HttpStatus.CREATED)
    AcceptedJson accept(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = KEY, defaultValue = "") String key,
            @RequestBody NewAcceptance wanted) {
        if (wanted.quotationId() == null || !RegionId.isIn(wanted.quotationId())) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_MISSING, "quotationId"));
        }
        return accepted(
                Refused.unless(acceptances.accept(actor, request(id), new QuotationId(wanted.quotationId()), key)));
    }

    @Operation(summary = "The order of a stage that is due", description = "Takes an Idempotency-Key.")
    @PostMapping("/api/quote-requests/{id}/stages/{number}/order")
    @ResponseStatus(HttpStatus.CREATED)
    AcceptedJson stage(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestHeader(name = KEY, defaultValue = "") String key) {
        return accepted(Refused.unless(acceptances.payStage(actor, request(id), number, key)));
    }

    private AcceptedJson accepted(Order order) {
        return new AcceptedJson(
                order.id().value(),
                order.state().name(),
                moments.in(order.id().region(), order.holdExpiresAt()),
                Amount.of(order.total()));
    }

    private static RequestId request(UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("request " + id);
        }
        return new RequestId(id);
    }
}
