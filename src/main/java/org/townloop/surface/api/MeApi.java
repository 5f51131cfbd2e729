package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.base.identity.Actor;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.Places;

@RestController
@Tag(name = "People")
class MeApi {

    /** Who the token belongs to. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Me(
            UUID personId,
            String name,
            List<String> roles,
            @Nullable UUID merchantId,
            @Nullable UUID placeId) {}

    private final Places places;

    MeApi(Places places) {
        this.places = places;
    }

    @Operation(summary = "Who the token belongs to; the place of a counter's or merchant's token")
    @GetMapping("/api/me")
    Me me(Actor actor) {
        return new Me(
                actor.person().value(),
                actor.name(),
                actor.grants().stream()
                        .map(grant -> grant.role().name())
                        .distinct()
                        .toList(),
                merchant(actor),
                place(actor));
    }

    private static @Nullable UUID merchant(Actor actor) {
        return actor.grants().stream()
                .map(grant -> grant.merchant())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable UUID place(Actor actor) {
        for (var grant : actor.grants()) {
            if (grant.place() != null) {
                return grant.place();
            }
            if (grant.merchant() != null) {
                return places.of(new MerchantId(grant.merchant())).stream()
                        .map(place -> place.id().value())
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }
}
