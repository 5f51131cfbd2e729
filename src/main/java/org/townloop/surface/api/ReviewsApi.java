package org.townloop.surface.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.feedback.Reviews;
import org.townloop.surface.page.RequestReason;

@RestController
@Tag(name = "Feedback")
class ReviewsApi {

    record NewReview(@Nullable Integer rating, @Nullable String text) {}

    record ReviewJson(UUID visitId, int rating, @Nullable String text) {}

    private final Reviews reviews;

    ReviewsApi(Reviews reviews) {
        this.reviews = reviews;
    }

    @Operation(summary = "Review a visit of one's own that happened: rating 1 to 5")
    @PostMapping("/api/visits/{id}/review")
    @ResponseStatus(HttpStatus.CREATED)
    ReviewJson review(Actor actor, @PathVariable UUID id, @RequestBody NewReview body) {
        if (body.rating() == null) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_MISSING, "rating"));
        }
        var review = Refused.unless(reviews.write(actor, id, body.rating(), body.text()));
        return new ReviewJson(id, review.rating(), review.text());
    }
}
