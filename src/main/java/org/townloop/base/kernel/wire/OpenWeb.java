package org.townloop.base.kernel.wire;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Machines of the open internet by https, and none of our own network: not this one, not the one beside it. */
public final class OpenWeb implements Reach {

    /** Asks for the addresses of a name. */
    public interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    private static final int HTTPS = 443;

    private final Names names;

    public OpenWeb(Names names) {
        this.names = names;
    }

    @Override
    public InetAddress of(URI address) throws Forbidden, UnknownHostException {
        if (!mayBe(address)) {
            throw new Forbidden("not an https address on the usual port");
        }
        var found = names.of(address.getHost());
        if (found.length == 0 || !Arrays.stream(found).allMatch(OpenWeb::isPublic)) {
            throw new Forbidden("an address of a private network");
        }
        return found[0];
    }

    /** Whether the address looks as if it led to the open web; what its name means is asked when it is used. */
    public static boolean mayBe(URI address) {
        return "https".equals(address.getScheme())
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawFragment() == null
                && (address.getPort() == -1 || address.getPort() == HTTPS);
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> isPublic(four.getAddress());
            case Inet6Address six -> isPublicSix(six.getAddress());
            default -> false;
        };
    }

    /** What the registry of special addresses (RFC 6890) keeps for other uses. */
    private static boolean isPublic(byte[] four) {
        int a = four[0] & 0xFF;
        int b = four[1] & 0xFF;
        int c = four[2] & 0xFF;
        return a != 0
                && a < 224
                && !(a == 100 && b >= 64 && b < 128)
                && !(a == 192 && b == 0 && (c == 0 || c == 2))
                && !(a == 192 && b == 88 && c == 99)
                && !(a == 198 && (b == 18 || b == 19 || b == 51 && c == 100))
                && !(a == 203 && b == 0 && c == 113);
    }

    /** Only what is given out (2000::/3), and there no tunnels to elsewhere and no examples. */
    private static boolean isPublicSix(byte[] six) {
        int first = (six[0] & 0xFF) << 8 | six[1] & 0xFF;
        int second = (six[2] & 0xFF) << 8 | six[3] & 0xFF;
        return (first & 0xE000) == 0x2000
                && first != 0x2002
                && !(first == 0x2001 && second < 0x0200)
                && !(first == 0x2001 && second == 0x0DB8);
    }
}
