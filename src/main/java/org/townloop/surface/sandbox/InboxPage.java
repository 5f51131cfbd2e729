package org.townloop.surface.sandbox;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.region.Region;
import org.townloop.base.region.Regions;

/** What the demo has sent: codes for signing in among them. */
@Controller
@InDemoOnly
class InboxPage {

    private static final int SHOWN = 50;
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final SandboxInbox inbox;
    private final TemplateEngine templates;
    private final Regions regions;
    private final String home;

    InboxPage(SandboxInbox inbox, TemplateEngine templates, Regions regions, @Value("${townloop.region}") String home) {
        this.inbox = inbox;
        this.templates = templates;
        this.regions = regions;
        this.home = home;
    }

    @GetMapping("/sandbox/inbox")
    ResponseEntity<String> show(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        var tongue = Tongue.of(lang, accepted);
        var view = new InboxView(
                tongue,
                to,
                inbox.newest(to, SHOWN).stream()
                        .map(message -> shown(message, zone()))
                        .toList());
        var html = new StringOutput();
        templates.render("sandbox/inbox.jte", view, html);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none';"
                                + " form-action 'self'")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(html.toString());
    }

    /** As the clocks of the town go, wherever its server stands. */
    private ZoneId zone() {
        return regions.byCode(home).map(Region::zone).orElse(ZoneOffset.UTC);
    }

    private static InboxView.Shown shown(SandboxInbox.Message message, ZoneId zone) {
        return new InboxView.Shown(
                message.channel(),
                message.recipient(),
                message.subject(),
                pieces(message.body()),
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                        .format(message.at().atZone(zone)),
                message.at().toString());
    }

    private static List<InboxView.Piece> pieces(String body) {
        var pieces = new ArrayList<InboxView.Piece>();
        var links = LINK.matcher(body);
        int end = 0;
        while (links.find()) {
            pieces.add(new InboxView.Piece(body.substring(end, links.start()), false));
            pieces.add(new InboxView.Piece(links.group(), true));
            end = links.end();
        }
        pieces.add(new InboxView.Piece(body.substring(end), false));
        return pieces;
    }
}
