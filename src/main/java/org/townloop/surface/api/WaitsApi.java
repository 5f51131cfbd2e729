package org.townloop.surface.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.checkout.Waiting;
import org.townloop.loop.ordering.Wait;
import org.townloop.supply.offer.OfferId;
import org.townloop.surface.page.RequestReason;

@RestController
@Tag(name = "Waits", description = "Waiting until something that is full becomes free.")
class WaitsApi {

    /**
     * @param from the earliest start
     * @param to before which it begins
     * @param quantity 1 if not given
     */
    record NewWait(
            @Nullable UUID offerId,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime to,
            @Nullable Integer quantity) {}

    /** @param orderId what is held, or was; null as long as they wait */
    record WaitJson(
            UUID id,
            UUID offerId,
            OffsetDateTime from,
            OffsetDateTime to,
            int quantity,
            String state,
            @Nullable UUID orderId) {}

    record WaitsJson(List<WaitJson> waits) {}

    private final Waiting waiting;
    private final Moments moments;

    WaitsApi(Waiting waiting, Moments moments) {
        this.waiting = waiting;
        this.moments = moments;
    }

    @Operation(
            summary = "Join the line",
            description = "The same wish again is the same wish. 409 if something fits already: hold that.")
    @PostMapping("/api/waits")
    @ResponseStatus(HttpStatus.CREATED)
    WaitJson join(Actor actor, @RequestBody NewWait wanted) {
        var id = wanted.offerId();
        var from = wanted.from();
        var to = wanted.to();
        if (id == null || from == null || to == null) {
            throw Refused.with(
                    Refusal.of(RequestReason.FIELD_MISSING, id == null ? "offerId" : from == null ? "from" : "to"));
        }
        var quantity = wanted.quantity() == null ? 1 : wanted.quantity();
        return json(Refused.unless(waiting.join(actor, new OfferId(id), from.toInstant(), to.toInstant(), quantity)));
    }

    @Operation(summary = "One's own wishes, the newest first")
    @GetMapping("/api/waits")
    WaitsJson mine(Actor actor) {
        return new WaitsJson(waiting.of(actor).stream().map(this::json).toList());
    }

    @Operation(summary = "Leave the line", description = "409 while something is held: cancel that order instead.")
    @DeleteMapping("/api/waits/{id}")
    WaitJson leave(Actor actor, @PathVariable UUID id) {
        return json(Refused.unless(waiting.leave(actor, id)));
    }

    private WaitJson json(Wait wait) {
        var region = wait.offer().region();
        var order = wait.order();
        return new WaitJson(
                wait.id(),
                wait.offer().value(),
                moments.in(region, wait.from()),
                moments.in(region, wait.to()),
                wait.quantity(),
                wait.state().name(),
                order == null ? null : order.value());
    }
}
