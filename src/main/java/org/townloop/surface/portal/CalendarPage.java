package org.townloop.surface.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.agenda.Agenda;
import org.townloop.loop.ordering.agenda.CalendarFile;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Texts;
import org.townloop.surface.page.View;

/** Calendars for telephones: one booking as a file, and what a secret address shows. */
@Controller
class CalendarPage {

    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final Agenda agenda;
    private final Checkouts checkouts;
    private final StageParts stageParts;
    private final Texts texts;

    CalendarPage(Agenda agenda, Checkouts checkouts, StageParts stageParts, Texts texts) {
        this.agenda = agenda;
        this.checkouts = checkouts;
        this.stageParts = stageParts;
        this.texts = texts;
    }

    @GetMapping("/orders/{id}/calendar.ics")
    View one(Page page, Actor actor, @PathVariable UUID id) {
        var order = checkouts.own(actor, new OrderId(id));
        var part = stageParts.of(page, order);
        var where = part == null || part.where().isEmpty() ? null : part.where();
        var file = agenda.of(order, where, page.locale());
        return new View.Download("booking-" + id + ".ics", MediaType.parseMediaType("text/calendar"), file.text());
    }

    /** Asks nobody who they are: whoever knows the address reads it. Nothing on the way may keep it for others. */
    @GetMapping("/calendars/{secret}.ics")
    ResponseEntity<byte[]> feed(
            @PathVariable String secret,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        var file = agenda.read(secret, language -> texts.in(language).get("portal.calendar.name"))
                .orElseThrow(() -> new Absent("a calendar"));
        var tag = tag(file);
        var unchanged = known != null && (known.contains(tag) || known.strip().equals("*"));
        var answer = ResponseEntity.status(unchanged ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(tag)
                .lastModified(file.changed())
                .header("X-Robots-Tag", "noindex")
                .header("Referrer-Policy", "no-referrer");
        return unchanged
                ? answer.build()
                : answer.contentType(CALENDAR).body(file.text().getBytes(StandardCharsets.UTF_8));
    }

    private static String tag(CalendarFile file) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(file.text().getBytes(StandardCharsets.UTF_8));
            return "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
