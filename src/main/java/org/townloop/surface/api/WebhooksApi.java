package org.townloop.surface.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.payment.PaymentReason;
import org.townloop.loop.payment.Receipt;
import org.townloop.loop.payment.Webhooks;
import org.townloop.surface.page.Problems;

@RestController
@Tag(name = "Gateways")
class WebhooksApi {

    private final Webhooks webhooks;
    private final Problems problems;

    WebhooksApi(Webhooks webhooks, Problems problems) {
        this.webhooks = webhooks;
        this.problems = problems;
    }

    @Operation(summary = "A gateway's signed message: 2xx once stored; forged, stale or altered: 4xx and no effect")
    @PostMapping("/api/webhooks/{gateway}")
    ResponseEntity<?> receive(@PathVariable String gateway, HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(Webhooks.LARGEST_BODY + 1);
        return switch (webhooks.receive(gateway, body, request::getHeader)) {
            case Outcome.Done<Receipt>(var receipt) -> ResponseEntity.ok(Map.of("receipt", receipt.name()));
            case Outcome.Refused<Receipt>(var refusal) -> problems.of(refusal, status(refusal), request);
        };
    }

    private static HttpStatus status(Refusal refusal) {
        return switch (refusal.reason()) {
            case PaymentReason.GATEWAY_UNKNOWN -> HttpStatus.NOT_FOUND;
            case PaymentReason.GATEWAY_RUSH -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.BAD_REQUEST;
        };
    }
}
