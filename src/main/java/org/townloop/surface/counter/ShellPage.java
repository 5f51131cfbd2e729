package org.townloop.surface.counter;

import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;

/** Hands out the counter that works with no network. Nothing here is about anybody. */
@Controller
class ShellPage {

    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");
    private static final MediaType MANIFEST = MediaType.parseMediaType("application/manifest+json");

    private final Shell shell;

    ShellPage(Shell shell) {
        this.shell = shell;
    }

    @GetMapping("/counter/app")
    View app(Page page) {
        return View.of("counter/app", new ShellView(page));
    }

    @GetMapping("/counter/sw.js")
    ResponseEntity<String> worker() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .header("Service-Worker-Allowed", "/counter")
                .contentType(SCRIPT)
                .body(shell.worker());
    }

    @GetMapping("/counter/words.json")
    ResponseEntity<String> words() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.APPLICATION_JSON)
                .body(shell.words());
    }

    @GetMapping("/counter/manifest.webmanifest")
    ResponseEntity<Map<String, Object>> manifest(Page page) {
        var town = page.say(page.region().name());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(MANIFEST)
                .body(Map.of(
                        "id", "/counter",
                        "name", page.text("counter.app.name", "town", town),
                        "short_name", page.text("counter.app.short-name"),
                        "lang", page.language(),
                        "start_url", "/counter/app",
                        "scope", "/counter",
                        "display", "standalone",
                        "background_color", "#faf6ee",
                        "theme_color", "#1f6b4f",
                        "icons", List.of(icon(192), icon(512))));
    }

    /** The drawing fills its square and keeps to the inner four fifths, so that any mask may be laid over it. */
    private static Map<String, String> icon(int pixels) {
        return Map.of(
                "src",
                "/counter/icon-" + pixels + ".png",
                "sizes",
                pixels + "x" + pixels,
                "type",
                "image/png",
                "purpose",
                "any maskable");
    }
}
