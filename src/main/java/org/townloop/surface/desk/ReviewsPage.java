package org.townloop.surface.desk;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.identity.Person;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.feedback.Review;
import org.townloop.loop.feedback.Reviews;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** What customers say, and what the merchant answers. */
@Controller
class ReviewsPage {

    private static final int SHOWN = 40;

    /** What was typed as an answer and could not be taken. */
    record Attempt(UUID visit, String typed, Refusal refusal) {}

    private final Desks desks;
    private final Reviews reviews;
    private final Offers offers;
    private final People people;

    ReviewsPage(Desks desks, Reviews reviews, Offers offers, People people) {
        this.desks = desks;
        this.reviews = reviews;
        this.offers = offers;
        this.people = people;
    }

    @GetMapping("/desk/reviews")
    View list(Page page, Actor actor, @RequestParam(required = false) @Nullable UUID place) {
        return desks.open(
                page, actor, Right.REPLY, place, Desk.Tab.REVIEWS, desk -> View.of("desk/reviews", view(desk, null)));
    }

    @PostMapping("/desk/reviews/{visit}")
    View reply(
            Page page,
            Actor actor,
            @PathVariable UUID visit,
            @RequestParam UUID place,
            @RequestParam(defaultValue = "") String text) {
        return switch (reviews.reply(actor, visit, text)) {
            case Outcome.Done<Review> _ -> View.seeOther("/desk/reviews?place=" + place + "#v" + visit);
            case Outcome.Refused<Review>(var refusal) ->
                desks.open(
                        page,
                        actor,
                        Right.REPLY,
                        place,
                        Desk.Tab.REVIEWS,
                        desk -> View.of(
                                "desk/reviews",
                                view(desk, new Attempt(visit, text, refusal)),
                                Problems.status(refusal.reason())));
        };
    }

    private ReviewsView view(Desk desk, @Nullable Attempt attempt) {
        var said = reviews.at(desk.place().id(), SHOWN);
        var names = people.get(said.stream().map(Review::resident).collect(Collectors.toSet()));
        var titles = offers.get(said.stream().map(Review::offer).collect(Collectors.toSet()));
        return new ReviewsView(
                desk,
                said.stream()
                        .map(review -> card(desk, review, names, titles, attempt))
                        .toList());
    }

    private static ReviewsView.Card card(
            Desk desk,
            Review review,
            Map<PersonId, Person> names,
            Map<OfferId, Offer> titles,
            @Nullable Attempt attempt) {
        var page = desk.page();
        var person = names.get(review.resident());
        var offer = titles.get(review.offer());
        var reply = review.reply();
        var failed = attempt != null && attempt.visit().equals(review.visit());
        return new ReviewsView.Card(
                review.visit().toString(),
                person == null ? "" : person.name(),
                offer == null ? "" : page.say(offer.title()),
                desk.times().date(review.createdAt()),
                review.rating(),
                Objects.requireNonNullElse(review.text(), ""),
                reply == null ? null : reply.text(),
                reply == null ? "" : desk.times().date(reply.at()),
                failed ? Objects.requireNonNull(attempt).typed() : "",
                failed ? page.refusal(Objects.requireNonNull(attempt).refusal()) : null);
    }
}
