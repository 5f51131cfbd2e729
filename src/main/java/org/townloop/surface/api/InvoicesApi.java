package org.townloop.surface.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
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
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.invoice.Invoice;
import org.townloop.loop.invoice.InvoiceRequest;
import org.townloop.loop.invoice.Invoicing;
import org.townloop.loop.invoice.NewInvoiceRequest;
import org.townloop.loop.ordering.OrderId;

@RestController
@Tag(name = "Invoices", description = "Invoices and fapiao of one's own orders.")
class InvoicesApi {

    /**
     * What is wanted.
     *
     * @param kind INVOICE if not given, or FAPIAO
     * @param buyer PERSON if not given, or COMPANY
     */
    record NewRequest(
            @Nullable String kind,
            @Nullable String buyer,
            @Nullable String title,
            @Nullable String taxNumber,
            @Nullable String email) {}

    record BuyerJson(String kind, String title, @Nullable String taxNumber) {}

    /** @param reason why it was declined */
    @Schema(name = "InvoiceRequest")
    record RequestJson(
            UUID id,
            String kind,
            String state,
            BuyerJson buyer,
            OffsetDateTime askedAt,
            @Nullable String reason,
            @Nullable String fapiaoNumber) {}

    /** @param corrects the invoice that a credit note takes back */
    record DocumentJson(
            UUID id,
            String kind,
            String number,
            @Nullable UUID corrects,
            OffsetDateTime issuedAt,
            Amount net,
            Amount tax,
            Amount gross) {}

    record InvoicesJson(List<RequestJson> requests, List<DocumentJson> documents) {}

    private final Invoicing invoicing;
    private final Moments moments;

    InvoicesApi(Invoicing invoicing, Moments moments) {
        this.invoicing = invoicing;
        this.moments = moments;
    }

    @Operation(
            summary = "Ask for an invoice or a fapiao",
            description = "Of an order that is paid, for some months. An INVOICE is issued at once if its merchant has"
                + " said what must stand on it (state ISSUED), else once it has. A FAPIAO is written by the merchant's"
                + " own software, for what was had; only where money is the yuan, and a COMPANY needs its taxNumber. A"
                + " taxNumber is a unified social credit code or a European VAT number; where money is neither yuan"
                + " nor euro, another country's is taken as it is. One of each kind at a time.")
    @PostMapping("/api/orders/{id}/invoice-requests")
    @ResponseStatus(HttpStatus.CREATED)
    RequestJson ask(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
            @RequestBody NewRequest wanted) {
        var typed = new NewInvoiceRequest(
                Objects.requireNonNullElse(wanted.kind(), "INVOICE"),
                Objects.requireNonNullElse(wanted.buyer(), "PERSON"),
                Objects.requireNonNullElse(wanted.title(), ""),
                Objects.requireNonNullElse(wanted.taxNumber(), ""),
                Objects.requireNonNullElse(wanted.email(), ""));
        return request(Refused.unless(invoicing.ask(actor, orderId(id), typed, key)));
    }

    @Operation(summary = "What was asked for of an order of one's own, and what was issued")
    @GetMapping("/api/orders/{id}/invoice-requests")
    InvoicesJson invoices(Actor actor, @PathVariable UUID id) {
        return new InvoicesJson(
                invoicing.of(actor, orderId(id)).stream().map(this::request).toList(),
                invoicing.documents(actor, orderId(id)).stream()
                        .map(this::document)
                        .toList());
    }

    private RequestJson request(InvoiceRequest request) {
        var fapiao = request.fapiao();
        var buyer = request.buyer();
        return new RequestJson(
                request.id(),
                request.kind().name(),
                request.state().name(),
                new BuyerJson(buyer.kind().name(), buyer.title(), buyer.taxNumber()),
                moments.in(request.region(), request.askedAt()),
                request.reason(),
                fapiao == null ? null : fapiao.number());
    }

    private DocumentJson document(Invoice invoice) {
        return new DocumentJson(
                invoice.id(),
                invoice.kind().name(),
                invoice.name(),
                invoice.corrects(),
                moments.in(invoice.region(), invoice.issuedAt()),
                Amount.of(invoice.total().net()),
                Amount.of(invoice.total().tax()),
                Amount.of(invoice.total().gross()));
    }

    private static OrderId orderId(UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("order " + id);
        }
        return new OrderId(id);
    }
}
