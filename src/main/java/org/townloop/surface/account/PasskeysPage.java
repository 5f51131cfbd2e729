package org.townloop.surface.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Passkeys;
import org.townloop.base.kernel.Outcome;
import org.townloop.surface.page.Problems;

/** Making a passkey; asked for by the page's script, since only a script can ask a device. */
@RestController
class PasskeysPage {

    private final Passkeys passkeys;
    private final Knocks knocks;
    private final Problems problems;

    PasskeysPage(Passkeys passkeys, Knocks knocks, Problems problems) {
        this.passkeys = passkeys;
        this.knocks = knocks;
        this.problems = problems;
    }

    @PostMapping("/account/passkeys/options")
    ResponseEntity<?> options(Actor actor, HttpServletResponse response) {
        var ceremony = passkeys.beginRegistration(actor);
        knocks.keep(response, ceremony);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(ceremony.options());
    }

    @PostMapping("/account/passkeys")
    ResponseEntity<?> add(
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestBody String answer,
            @RequestParam(defaultValue = "") String label) {
        return switch (passkeys.register(actor, knocks.ceremony(request), answer, label)) {
            case Outcome.Done<String> _ -> {
                knocks.forget(response);
                yield ResponseEntity.ok(Map.of("next", "/account?done=passkey"));
            }
            case Outcome.Refused<String>(var refusal) -> problems.of(refusal, request);
        };
    }
}
