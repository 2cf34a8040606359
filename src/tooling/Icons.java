import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * Makes the icons of an installed page out of favicon.svg, after that was changed: {@code java src/tooling/Icons.java}.
 *
 * <p>Knows of SVG what that file has: {@code rect}, and {@code path} of the commands M, v, l and z.
 */
public class Icons {
    private static final File FOLDER = new File("webapp/icons");
    private static final double VIEW_BOX = 32;
    /** Whoever masks an icon may cut away all that is farther from the middle than 40 % of its width. */
    private static final double SAFE = 0.88;

    public static void main(String[] arguments) throws Exception {
        Element svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new File(FOLDER, "favicon.svg"))
                .getDocumentElement();
        for (int size : new int[] {192, 512}) {
            write(svg, "app-" + size, size, 1, new Color(0, true));
            write(svg, "app-maskable-" + size, size, SAFE, fill((Element) svg.getElementsByTagName("rect").item(0)));
        }
    }

    private static void write(Element svg, String name, int size, double share, Color behind) throws Exception {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(behind);
        graphics.fillRect(0, 0, size, size);
        graphics.translate(size * (1 - share) / 2, size * (1 - share) / 2);
        graphics.scale(size * share / VIEW_BOX, size * share / VIEW_BOX);
        for (var node = svg.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element shape) {
                graphics.setColor(fill(shape));
                graphics.fill(shape.getTagName().equals("rect") ? rectangle(shape) : path(shape.getAttribute("d")));
            }
        }
        ImageIO.write(image, "png", new File(FOLDER, name + ".png"));
    }

    private static Color fill(Element shape) {
        return Color.decode(shape.getAttribute("fill"));
    }

    private static RoundRectangle2D rectangle(Element shape) {
        double round = 2 * number(shape, "rx");
        return new RoundRectangle2D.Double(
                number(shape, "x"), number(shape, "y"), number(shape, "width"), number(shape, "height"), round, round);
    }

    private static double number(Element shape, String attribute) {
        String value = shape.getAttribute(attribute);
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }

    private static Path2D path(String commands) {
        var path = new Path2D.Double();
        var parts = Pattern.compile("([Mvlz])([^Mvlz]*)").matcher(commands);
        while (parts.find()) {
            double[] numbers = Pattern.compile("-?[\\d.]+").matcher(parts.group(2)).results()
                    .mapToDouble(match -> Double.parseDouble(match.group()))
                    .toArray();
            for (int i = 0; i < numbers.length; i += parts.group(1).equals("v") ? 1 : 2) {
                var at = path.getCurrentPoint();
                switch (parts.group(1)) {
                    case "v" -> path.lineTo(at.getX(), at.getY() + numbers[i]);
                    case "l" -> path.lineTo(at.getX() + numbers[i], at.getY() + numbers[i + 1]);
                    default -> {
                        if (i == 0) path.moveTo(numbers[0], numbers[1]);
                        else path.lineTo(numbers[i], numbers[i + 1]);
                    }
                }
            }
            if (parts.group(1).equals("z")) path.closePath();
        }
        return path;
    }
}
