package crashtown;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.loop.checkout.Audit;
import org.townloop.loop.ledger.Broken;

/** By which a test arms a step and asks for the audit, where no sign-in is needed. */
@RestController
class CrashDoor {

    private final Audit audit;

    CrashDoor(Audit audit) {
        this.audit = audit;
    }

    @PostMapping("/sandbox/test/arm")
    void arm(@RequestParam String step) {
        Tripwires.arm(step);
    }

    @GetMapping("/sandbox/test/audit")
    List<Broken> audit() {
        return audit.run();
    }
}
