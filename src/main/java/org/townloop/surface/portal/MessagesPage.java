package org.townloop.surface.portal;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.notice.Preferences;
import org.townloop.base.notice.QuietHours;
import org.townloop.base.notice.push.Subscriptions;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.RequestReason;
import org.townloop.surface.page.View;

/** How somebody wants to be told: by which channels, when not, and in which browsers. */
@Controller
class MessagesPage {

    private static final String SAVED = "/account/messages?saved";

    private final MessagesViews views;
    private final Preferences preferences;
    private final Subscriptions subscriptions;

    MessagesPage(MessagesViews views, Preferences preferences, Subscriptions subscriptions) {
        this.views = views;
        this.preferences = preferences;
        this.subscriptions = subscriptions;
    }

    @GetMapping("/account/messages")
    View show(Page page, Actor actor, @RequestParam(required = false) @Nullable String saved) {
        return View.of("portal/messages", views.of(page, actor, saved != null, null));
    }

    /** @param want what is ticked, each as {@code TOPIC.CHANNEL} */
    @PostMapping("/account/messages")
    View save(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable List<String> want,
            @RequestParam(defaultValue = "22") int from,
            @RequestParam(defaultValue = "8") int until) {
        if (!isHour(from) || !isHour(until)) {
            var wrong = Refusal.of(RequestReason.FIELD_UNREADABLE, isHour(from) ? "until" : "from");
            return View.of("portal/messages", views.of(page, actor, false, wrong), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        preferences.choose(actor.person(), views.choices(actor, want == null ? Set.of() : Set.copyOf(want)));
        preferences.beQuiet(actor.person(), new QuietHours(LocalTime.of(from, 0), LocalTime.of(until, 0)));
        return View.seeOther(SAVED);
    }

    @PostMapping("/account/messages/browsers")
    View subscribe(
            Page page,
            Actor actor,
            @RequestParam(defaultValue = "") String endpoint,
            @RequestParam(defaultValue = "") String p256dh,
            @RequestParam(defaultValue = "") String auth) {
        return switch (subscriptions.subscribe(actor, endpoint, p256dh, auth)) {
            case Outcome.Done<UUID> done -> View.seeOther(SAVED);
            case Outcome.Refused<UUID>(var refusal) ->
                View.of("portal/messages", views.of(page, actor, false, refusal), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** @throws Absent if it is none of theirs */
    @PostMapping("/account/messages/browsers/{id}/removal")
    View unsubscribe(Actor actor, @PathVariable UUID id) {
        if (subscriptions.of(actor.person()).stream().noneMatch(one -> one.id().equals(id))) {
            throw new Absent("browser " + id);
        }
        subscriptions.unsubscribe(actor.person(), id);
        return View.seeOther(SAVED);
    }

    private static boolean isHour(int hour) {
        return hour >= 0 && hour < 24;
    }
}
