package org.townloop.surface.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.loop.voucher.Vouchers;

@RestController
@Tag(name = "Keys")
class KeysApi {

    record KeySet(List<? extends Map<String, String>> keys) {}

    private final Vouchers vouchers;

    KeysApi(Vouchers vouchers) {
        this.vouchers = vouchers;
    }

    @Operation(summary = "The public keys that vouchers are signed with (JWKS)")
    @GetMapping("/.well-known/jwks.json")
    KeySet keys() {
        return new KeySet(vouchers.keySet());
    }
}
