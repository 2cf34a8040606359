package videochatroom.web;

import io.nayuki.qrcodegen.QrCode;

/** Draws a QR code as an SVG image. It is black on white in every theme: not every camera reads inverted codes. */
final class QrCodeSvg {

    /** The white border, in modules (ISO/IEC 18004, section 6.3.8). */
    private static final int QUIET_ZONE = 4;

    private QrCodeSvg() {}

    /** An image with one unit for each module, which scales to any size. */
    static String of(QrCode code) {
        int size = code.size + 2 * QUIET_ZONE;
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            appendRow(path, code, y);
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + size + "v" + size
                + "H0z\"/><path d=\""
                + path + "\"/></svg>\n";
    }

    /** Draws neighbouring modules as one shape: some programs draw a thin line between two shapes. */
    private static void appendRow(StringBuilder path, QrCode code, int y) {
        int x = 0;
        while (x < code.size) {
            int start = x;
            while (x < code.size && code.getModule(x, y)) {
                x++;
            }
            if (x > start) {
                int length = x - start;
                path.append('M').append(start + QUIET_ZONE).append(' ').append(y + QUIET_ZONE);
                path.append('h').append(length).append("v1h-").append(length).append('z');
            } else {
                x++;
            }
        }
    }
}
