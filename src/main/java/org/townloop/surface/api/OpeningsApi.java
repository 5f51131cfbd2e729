package org.townloop.surface.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.checkout.OnlineOrders;
import org.townloop.loop.checkout.OpenedLine;
import org.townloop.loop.ordering.OrderId;
import org.townloop.surface.page.Download;

@RestController
@Tag(name = "Orders")
class OpeningsApi {

    /** @param withdrawalEnds whether the resident knows that it cannot be called off any more once it is open */
    record Opening(@Nullable Boolean withdrawalEnds) {}

    /**
     * What a line gives once it was opened.
     *
     * @param gives TEXT, FILE or CODE
     * @param file where the file is got with the same token
     */
    record LineJson(
            int line,
            UUID offerId,
            String gives,
            @Nullable String text,
            @Nullable FileJson file,
            List<String> codes) {}

    record FileJson(String href, String name, String mediaType, int bytes) {}

    record OpenedJson(List<LineJson> lines) {}

    private final OnlineOrders onlineOrders;
    private final OrderViews views;

    OpeningsApi(OnlineOrders onlineOrders, OrderViews views) {
        this.onlineOrders = onlineOrders;
        this.views = views;
    }

    @Operation(
            summary = "Open what was bought online",
            description =
                    "The first opening ends the right to call the order off (say so: withdrawalEnds), and releases"
                            + " its money. Opening again changes nothing.")
    @PostMapping("/api/orders/{id}/opening")
    OrderViews.OrderJson open(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
            @RequestBody Opening opening,
            Locale locale) {
        var agreed = Boolean.TRUE.equals(opening.withdrawalEnds());
        return views.order(Refused.unless(onlineOrders.open(actor, orderId(id), agreed, key)), locale);
    }

    @Operation(
            summary = "What was opened",
            description = "404 as long as it was not, and of what is not opened online.")
    @GetMapping("/api/orders/{id}/opening")
    OpenedJson opened(Actor actor, @PathVariable UUID id) {
        var read = onlineOrders.read(actor, orderId(id));
        if (read.isEmpty()) {
            throw new Absent("opening of order " + id);
        }
        return new OpenedJson(read.stream().map(each -> line(id, each)).toList());
    }

    @Operation(summary = "A file that was opened")
    @GetMapping("/api/orders/{id}/opening/{line}/file")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable UUID id, @PathVariable int line) {
        var file = onlineOrders.file(actor, orderId(id), line);
        return Download.of(file.name(), file.mediaType(), file.bytes());
    }

    private static LineJson line(UUID order, OpenedLine opened) {
        var content = opened.content();
        var document = content == null ? null : content.document();
        return new LineJson(
                opened.line(),
                opened.offer().value(),
                opened.gives().name(),
                content == null ? null : content.text(),
                document == null
                        ? null
                        : new FileJson(
                                "/api/orders/" + order + "/opening/" + opened.line() + "/file",
                                document.name(),
                                document.kind().mediaType(),
                                document.bytes()),
                opened.codes());
    }

    private static OrderId orderId(UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("order " + id);
        }
        return new OrderId(id);
    }
}
