<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Explanations</name>
    <message>
        <source>FID</source>
        <translation>FID</translation>
    </message>
    <message>
        <source>The Fréchet distance between generated and real pictures: how far apart their features are on the whole, by mean and spread. It comes out too high for few pictures, so compare equal numbers of them.</source>
        <translation>生成图片与真实图片之间的 Fréchet 距离：从均值和散布来看，两者的特征整体上相差多远。图片少时结果会偏高，所以只在数量相同时比较。</translation>
    </message>
    <message>
        <source>KID</source>
        <translation>KID</translation>
    </message>
    <message>
        <source>The kernel distance between generated and real pictures, which is right for few pictures, too.</source>
        <translation>生成图片与真实图片之间的核距离；图片很少时也准确。</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>The share of generated pictures that look like some real ones: how good they are.</source>
        <translation>生成图片中，看起来像某些真实图片的比例：说明图片有多好。</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>The share of real pictures that look like some generated ones: how many kinds there are.</source>
        <translation>真实图片中，看起来像某些生成图片的比例：说明种类有多少。</translation>
    </message>
    <message>
        <source>diversity</source>
        <translation>多样性</translation>
    </message>
    <message>
        <source>The mean distance between two generated pictures, divided by that between two real ones.</source>
        <translation>两张生成图片之间的平均距离，除以两张真实图片之间的平均距离。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Pictures per step. Larger is steadier and slower; BatchNorm needs at least 2.</source>
        <translation>每一步的图片数。越大越稳，也越慢；BatchNorm 至少需要 2。</translation>
    </message>
    <message>
        <source>Learning rate of G</source>
        <translation>G 的学习率</translation>
    </message>
    <message>
        <source>Step length of the generator&apos;s Adam. 0.0002 is the DCGAN paper&apos;s.</source>
        <translation>生成器的 Adam 的步长。0.0002 取自 DCGAN 论文。</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>Search in terms and explanations</source>
        <translation>在术语和解释中搜索</translation>
    </message>
    <message>
        <source>No term has this in its name or its explanation.</source>
        <translation>没有术语的名称或解释含有这些字。</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>术语表(&amp;G)</translation>
    </message>
    <message>
        <source>GAN</source>
        <translation>GAN，生成对抗网络</translation>
    </message>
    <message>
        <source>Generative adversarial network: a [generator](term:generator) that makes pictures and a [discriminator](term:discriminator) that judges them, trained against each other (Goodfellow et al. 2014).</source>
        <translation>由两个网络组成：[生成器](term:generator)画图，[判别器](term:discriminator)评判，两者在对抗中训练（Goodfellow 等，2014）。</translation>
    </message>
    <message>
        <source>DCGAN</source>
        <translation>DCGAN</translation>
    </message>
    <message>
        <source>Deep convolutional [GAN](term:gan): both networks are built of [convolutions](term:convolution), with [BatchNorm](term:batchnorm) between them and no fully connected hidden layers (Radford et al. 2016).</source>
        <translation>深度卷积 [GAN](term:gan)：两个网络都由[卷积](term:convolution)构成，中间是 [BatchNorm](term:batchnorm)，没有全连接的隐藏层（Radford 等，2016）。</translation>
    </message>
    <message>
        <source>Generator, G</source>
        <translation>生成器 G</translation>
    </message>
    <message>
        <source>The network that turns [z](term:z) into a picture. It never sees a real picture; it learns from what the [discriminator](term:discriminator) makes of its own.</source>
        <translation>把 [z](term:z) 变成图片的网络。它从来看不到真实图片，只从[判别器](term:discriminator)对它的图片的看法中学习。</translation>
    </message>
    <message>
        <source>Discriminator, D</source>
        <translation>判别器 D</translation>
    </message>
    <message>
        <source>The network that judges whether a picture is real or comes from the [generator](term:generator). It is needed for training; to draw pictures, G alone is enough.</source>
        <translation>判断一张图片是真实的还是出自[生成器](term:generator)的网络。训练时需要它；画图时只要 G 就够了。</translation>
    </message>
    <message>
        <source>z, latent vector</source>
        <translation>z，潜在向量</translation>
    </message>
    <message>
        <source>The numbers that the [generator](term:generator) makes a picture from, one for each slider. Usually drawn at random from a normal distribution; a point of [latent space](term:latent-space).</source>
        <translation>[生成器](term:generator)用来画图的一组数，每个滑块对应一个。通常按正态分布随机抽取；它是[潜在空间](term:latent-space)中的一个点。</translation>
    </message>
    <message>
        <source>Latent space</source>
        <translation>潜在空间</translation>
    </message>
    <message>
        <source>All points [z](term:z) together. It has as many dimensions as z has numbers, and neighbouring points have similar pictures.</source>
        <translation>所有的点 [z](term:z) 合在一起。z 有多少个数，它就有多少维；相邻的点画出的图片相似。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>A whole number that random numbers follow from: the same seed always gives the same ones, and so the same [z](term:z).</source>
        <translation>随机数由这个整数决定：同一个种子总是给出同样的随机数，因而给出同样的 [z](term:z)。</translation>
    </message>
    <message>
        <source>Slerp</source>
        <translation>Slerp，球面插值</translation>
    </message>
    <message>
        <source>Spherical linear interpolation: the way from one point to another along a great circle, on which the length of [z](term:z) stays that of random points. The straight line is called lerp.</source>
        <translation>沿着大圆从一点走到另一点，途中 [z](term:z) 的长度始终与随机点相当。走直线则叫 lerp。</translation>
    </message>
    <message>
        <source>Feature map, channel</source>
        <translation>特征图，通道</translation>
    </message>
    <message>
        <source>One of the small pictures that a layer hands on. 64 × 14 × 14 are 64 maps, or channels, of 14 rows and 14 columns.</source>
        <translation>一层交给下一层的许多小图之一。64 × 14 × 14 表示 64 张图（64 个通道），各有 14 行 14 列。</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>A [kernel](term:kernel) slides over the maps; at each place the numbers below it are multiplied by its weights and added up. With a [stride](term:stride) above 1 the maps get smaller.</source>
        <translation>[卷积核](term:kernel)在图上滑动；在每个位置，核下面的数乘以核的权重，再加起来。[步长](term:stride)大于 1 时图会变小。</translation>
    </message>
    <message>
        <source>Transposed convolution</source>
        <translation>转置卷积</translation>
    </message>
    <message>
        <source>Makes maps larger: each input number stamps the [kernel](term:kernel) onto the output, the stamps [stride](term:stride) cells apart. The same as a [convolution](term:convolution) with the flipped kernel after zeros have been put between the input cells. No inverse of a convolution, whatever it is called.</source>
        <translation>把图变大：输入的每个数都把[卷积核](term:kernel)印到输出上，印记之间相隔[步长](term:stride)个格子。这等于先在输入的格子之间插入零，再用翻转的核做普通[卷积](term:convolution)。不管它叫什么，它都不是卷积的逆运算。</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>The small square of learned weights of a [convolution](term:convolution), such as 4 × 4; one for each pair of input and output channel.</source>
        <translation>[卷积](term:convolution)学到的一小块方形权重，例如 4 × 4；每一对输入通道和输出通道各有一个。</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>How many cells a [kernel](term:kernel) moves on. Stride 2 halves the side of maps in a convolution, and doubles it in a [transposed one](term:transposed-convolution).</source>
        <translation>[卷积核](term:kernel)每次移动几格。步长 2 在卷积中使边长减半，在[转置卷积](term:transposed-convolution)中使边长加倍。</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Rows and columns of zeros around the input of a [convolution](term:convolution). In a [transposed one](term:transposed-convolution) the other way round: rows and columns that are cut off the output.</source>
        <translation>在[卷积](term:convolution)中，是围在输入四周的零。在[转置卷积](term:transposed-convolution)中正好相反：是从输出四周切掉的行和列。</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>棋盘格</translation>
    </message>
    <message>
        <source>A pattern of light and dark cells that comes from [transposed convolutions](term:transposed-convolution) whose stamps overlap unevenly, because the [stride](term:stride) does not divide the [kernel](term:kernel).</source>
        <translation>明暗相间的格子花纹。[步长](term:stride)不能整除[卷积核](term:kernel)的边长时，[转置卷积](term:transposed-convolution)的印记重叠不均，就会出现。</translation>
    </message>
    <message>
        <source>Fully connected layer</source>
        <translation>全连接层</translation>
    </message>
    <message>
        <source>Every output depends on every input by a weight of its own. It knows nothing of neighbours, unlike a [convolution](term:convolution), and needs many more weights.</source>
        <translation>每个输出都依赖每个输入，各有自己的权重。它不像[卷积](term:convolution)那样知道谁与谁相邻，需要的权重也多得多。</translation>
    </message>
    <message>
        <source>BatchNorm</source>
        <translation>BatchNorm，批归一化</translation>
    </message>
    <message>
        <source>Batch normalisation: shifts and scales each [channel](term:feature-map) to mean 0 and variance 1 over the batch, then by two learned numbers. A trained network uses running averages of mean and variance instead.</source>
        <translation>按整批图片把每个[通道](term:feature-map)平移、缩放到均值 0、方差 1，再用两个学到的数调整。训练好的网络改用均值和方差的滑动平均。</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>An activation: negative numbers become 0, others stay. LeakyReLU, used in the discriminator, lets a small part of negative numbers through.</source>
        <translation>一种激活函数：负数变成 0，其余不变。判别器用的 LeakyReLU 让负数通过一小部分。</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>An activation that squeezes numbers between −1 and 1: the generator&apos;s last, where −1 is black and 1 is white.</source>
        <translation>一种把数压到 −1 与 1 之间的激活函数：它是生成器的最后一步，−1 是黑，1 是白。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>The number that a network is trained to make small. In a [GAN](term:gan) each network&apos;s loss depends on how good the other one is, so it does not say how good the pictures are.</source>
        <translation>训练时要让它变小的数。在 [GAN](term:gan) 中，每个网络的损失都取决于另一个网络有多好，所以它不说明图片有多好。</translation>
    </message>
    <message>
        <source>Mode collapse</source>
        <translation>模式坍塌</translation>
    </message>
    <message>
        <source>The generator draws only a few kinds of pictures, or one, whatever [z](term:z) is. [Recall](term:recall) falls when that happens.</source>
        <translation>不管 [z](term:z) 是什么，生成器只画少数几种图片，甚至只画一种。这时[召回率](term:recall)会下降。</translation>
    </message>
    <message>
        <source>EMA</source>
        <translation>EMA，指数滑动平均</translation>
    </message>
    <message>
        <source>Exponential moving average: a copy of the generator&apos;s weights that follows them slowly. It draws calmer, usually better pictures than the weights of the last step, and is what snapshots hold.</source>
        <translation>生成器权重的一份副本，缓慢地跟随权重变化。它画的图比最后一步的权重更平稳，通常也更好；快照里存的就是它。</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>The generator as it was at one step of the training, kept in a file; the timeline goes through them.</source>
        <translation>训练到某一步时的生成器，存成文件；时间轴就是在快照之间移动。</translation>
    </message>
    <message>
        <source>Step, epoch</source>
        <translation>步，轮</translation>
    </message>
    <message>
        <source>In a step both networks learn from one batch of pictures. An epoch is as many steps as it takes to have seen every picture once.</source>
        <translation>每一步，两个网络从一批图片中学习。一轮是把所有图片都看过一遍所需的步数。</translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>Language of the s&amp;ystem</source>
        <translation>系统语言(&amp;Y)</translation>
    </message>
    <message>
        <source>[BatchNorm](term:batchnorm) stands behind most convolutions of a DCGAN; *{model}* has {norms} of them in its generator. Below are the [channels](term:feature-map) of a block as the convolution gives them.</source>
        <translation>DCGAN 的大多数卷积后面都有 [BatchNorm](term:batchnorm)；*{model}* 的生成器里有 {norms} 个。下面是一个块的各个[通道](term:feature-map)，卷积刚算出来时的样子。</translation>
    </message>
    <message>
        <source>What does BatchNorm do with the numbers of a channel?</source>
        <translation>BatchNorm 对一个通道里的数做什么？</translation>
    </message>
    <message>
        <source>It brings them to a common mean and spread</source>
        <translation>使它们的均值和散布一致</translation>
    </message>
    <message>
        <source>It sets negative numbers to 0</source>
        <translation>把负数变成 0</translation>
    </message>
    <message>
        <source>It blurs them</source>
        <translation>把它们变模糊</translation>
    </message>
    <message>
        <source>Choose **BatchNorm**, then **Activation**, in the row *Part* above. Watch the ends of the colours.</source>
        <translation>在上面的 *Part*（部分）一行先选 **BatchNorm**，再选 **Activation**（激活）。注意色标两端的数。</translation>
    </message>
    <message>
        <source>Each channel is shifted and scaled by the mean and the variance of a whole batch of pictures, then by two learned numbers. So no channel can explode or die out, whatever the layers before it do. The activation, [ReLU](term:relu), is what sets negative numbers to 0.</source>
        <translation>每个通道都按整批图片的均值和方差平移、缩放，再用两个学到的数调整。这样，不管前面的层怎么变，没有哪个通道会爆炸或消失。把负数变成 0 的是激活函数 [ReLU](term:relu)。</translation>
    </message>
    <message>
        <source>While it learns, mean and variance are those of the batch at hand. A trained generator uses running averages of them, so that a z has one picture. You can have it use a batch again, with other random z as neighbours.</source>
        <translation>训练时，均值和方差取自当前这一批。训练好的生成器改用它们的滑动平均，所以一个 z 只有一张图片。你可以让它重新按一批来算，这一批里的其他 z 是随机的。</translation>
    </message>
    <message>
        <source>The same z in a batch of 4: what happens to its picture?</source>
        <translation>同一个 z 放进 4 张一批：它的图片会怎样？</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>It changes with its neighbours</source>
        <translation>随同批的其他图片而变</translation>
    </message>
    <message>
        <source>It becomes the mean of the four</source>
        <translation>变成四张的平均</translation>
    </message>
    <message>
        <source>Choose **A batch of 4** under *BatchNorm by*, and press **Another batch**.</source>
        <translation>在 *BatchNorm by* 下选 **A batch of 4**（4 张一批），再按 **Another batch**（换一批）。</translation>
    </message>
    <message>
        <source>z is the same, the neighbours are others, and so are mean and variance: another picture. For the same reason a discriminator should see real and generated pictures in separate batches.</source>
        <translation>z 没有变，同批的图片变了，均值和方差也就变了：图片不同了。出于同样的原因，真实图片和生成图片应当分批交给判别器。</translation>
    </message>
    <message>
        <source>Mean and variance of a few pictures are a rough guess of those of all pictures.</source>
        <translation>用几张图片的均值和方差来估计所有图片的，是很粗略的。</translation>
    </message>
    <message>
        <source>How much does the picture depend on its neighbours in a batch of 64?</source>
        <translation>64 张一批时，图片受同批其他图片的影响有多大？</translation>
    </message>
    <message>
        <source>Less than in a batch of 4</source>
        <translation>比 4 张一批时小</translation>
    </message>
    <message>
        <source>As much</source>
        <translation>一样大</translation>
    </message>
    <message>
        <source>More: there are more neighbours</source>
        <translation>更大：同批的图片更多</translation>
    </message>
    <message>
        <source>Choose **A batch of 64**.</source>
        <translation>选 **A batch of 64**（64 张一批）。</translation>
    </message>
    <message>
        <source>Less: the larger the batch, the nearer its mean and variance are to those of all pictures. That is why very small batches make training unsteady.</source>
        <translation>更小：批越大，它的均值和方差就越接近所有图片的。所以批太小时，训练会不稳定。</translation>
    </message>
    <message>
        <source>The DCGAN paper (Radford et al. 2016) names BatchNorm among what makes deep generators learn at all: without it theirs collapsed to a single picture. It leaves it out in two places, G&apos;s last layer and D&apos;s first, where the colours of a picture have to stay what they are.</source>
        <translation>DCGAN 论文（Radford 等，2016）说，正是 BatchNorm 等方法让深的生成器能够学起来：没有它，他们的生成器只会画同一张图。有两处不用它：G 的最后一层和 D 的第一层，因为图片的颜色在那里必须保持原样。</translation>
    </message>
    <message>
        <source>Choose **Running statistics** again.</source>
        <translation>重新选 **Running statistics**（滑动统计量）。</translation>
    </message>
    <message>
        <source>One z, one picture again. If a file that somebody else trained gives bad pictures, its running statistics may be of no use: then a batch is the way out.</source>
        <translation>又是一个 z 一张图片了。如果别人训练的文件画出的图很差，可能是它的滑动统计量没有用：这时按一批来算就行。</translation>
    </message>
    <message>
        <source>Why BatchNorm matters</source>
        <translation>为什么需要 BatchNorm</translation>
    </message>
    <message>
        <source>A [transposed convolution](term:transposed-convolution) makes small maps larger. Each number of the input stamps the [kernel](term:kernel) onto the output, multiplied by itself; where stamps overlap, they add up.

Here an input of 3 × 3 and a kernel of 3 × 3 give 5 × 5: the stamps are 1 cell apart. How far they are apart is the [stride](term:stride).</source>
        <translation>[转置卷积](term:transposed-convolution)把小图变大。输入的每个数乘以[卷积核](term:kernel)，印到输出上；印记重叠的地方相加。

这里 3 × 3 的输入和 3 × 3 的核给出 5 × 5：印记之间相隔 1 格。相隔几格，就是[步长](term:stride)。</translation>
    </message>
    <message>
        <source>How large does the output get with stride 2?</source>
        <translation>步长为 2 时，输出有多大？</translation>
    </message>
    <message>
        <source>Set **Stride** to 2.</source>
        <translation>把 **Stride**（步长）设为 2。</translation>
    </message>
    <message>
        <source>Three stamps of 3, each 2 cells further: (3 − 1) · 2 + 3 = 7. To compute it, 1 zero is put between the cells of the input, as the second grid shows; then an ordinary convolution with the flipped kernel slides over it. Both give the same numbers.</source>
        <translation>三个边长 3 的印记，每个再移 2 格：(3 − 1) · 2 + 3 = 7。计算时，在输入的格子之间插入 1 个零，如第二个网格所示；再让翻转的核在上面做普通卷积。两种算法结果相同。</translation>
    </message>
    <message>
        <source>[Padding](term:padding) is a confusing word here. In an ordinary convolution it adds a border to the input.</source>
        <translation>[填充](term:padding)这个词在这里容易误解。在普通卷积中，它给输入加一圈边。</translation>
    </message>
    <message>
        <source>What does padding 1 do to the output of 7 × 7?</source>
        <translation>填充 1 对 7 × 7 的输出做什么？</translation>
    </message>
    <message>
        <source>It grows to 9 × 9</source>
        <translation>变大，成为 9 × 9</translation>
    </message>
    <message>
        <source>It stays 7 × 7</source>
        <translation>仍是 7 × 7</translation>
    </message>
    <message>
        <source>It shrinks to 5 × 5</source>
        <translation>变小，成为 5 × 5</translation>
    </message>
    <message>
        <source>Set **Padding** to 1.</source>
        <translation>把 **Padding**（填充）设为 1。</translation>
    </message>
    <message>
        <source>It shrinks: one row and column is cut off on every side. The side of the output is

**(i − 1) · s − 2p + k** = (3 − 1) · 2 − 2 · 1 + 3 = 5

for an input of side i, stride s, padding p and a kernel of side k.</source>
        <translation>变小：每边切掉一行或一列。输出的边长是

**(i − 1) · s − 2p + k** = (3 − 1) · 2 − 2 · 1 + 3 = 5

其中 i 是输入的边长，s 是步长，p 是填充，k 是核的边长。</translation>
    </message>
    <message>
        <source>Look at *Overlaps*, at the end: how many stamps reach each cell of the output. They form a pattern, and a network draws it into its pictures as a [checkerboard](term:checkerboard).</source>
        <translation>看最后的 *Overlaps*（重叠）：每个输出格子被几个印记盖到。它们形成一种花纹，网络会把它画进图片里，成为[棋盘格](term:checkerboard)。</translation>
    </message>
    <message>
        <source>With stride 2, which kernel reaches all inner cells equally often?</source>
        <translation>步长为 2 时，哪些核对内部的每个格子盖到的次数相同？</translation>
    </message>
    <message>
        <source>Set **Kernel** to 4.</source>
        <translation>把 **Kernel**（核）设为 4。</translation>
    </message>
    <message>
        <source>Where the stride divides the kernel, every inner cell is reached equally often. That is why DCGANs double with kernel 4, stride 2, padding 1 (Odena et al. 2016 show what happens otherwise).</source>
        <translation>步长能整除核的边长时，内部每个格子被盖到的次数相同。所以 DCGAN 用核 4、步长 2、填充 1 来加倍（否则会怎样，见 Odena 等，2016）。</translation>
    </message>
    <message>
        <source>Now in a single step from 5 × 5 to 28 × 28, the size of a handwritten digit: stride 5, padding 1.

(5 − 1) · 5 − 2 · 1 + k = 28</source>
        <translation>现在一步从 5 × 5 到手写数字的大小 28 × 28：步长 5，填充 1。

(5 − 1) · 5 − 2 · 1 + k = 28</translation>
    </message>
    <message>
        <source>How large is the kernel?</source>
        <translation>核有多大？</translation>
    </message>
    <message>
        <source>Set **Input** 5, **Stride** 5, **Padding** 1 and **Kernel** 10, or press **5 → 28**.</source>
        <translation>设 **Input** 5、**Stride** 5、**Padding** 1、**Kernel** 10，或者按 **5 → 28**。</translation>
    </message>
    <message>
        <source>20 − 2 + 10 = 28, and 5 divides 10: no checkerboard. Point at a cell of the output to see which input cells make it. A step this large has to draw details from 25 numbers a map, so generators take several.</source>
        <translation>20 − 2 + 10 = 28，而且 5 整除 10：没有棋盘格。指向输出的一个格子，看它由哪些输入格子算出。这么大的一步，每张图只有 25 个数却要画出细节，所以生成器要分几步走。</translation>
    </message>
    <message>
        <source>This is the generator that is open, *{model}*. Its first block turns z into {first_shape}: so many [feature maps](term:feature-map) of that size.</source>
        <translation>这是打开的生成器 *{model}*。它的第一个块把 z 变成 {first_shape}：那么多张、那么大的[特征图](term:feature-map)。</translation>
    </message>
    <message>
        <source>Which sides do its maps have on the way to the picture?</source>
        <translation>一路到图片，它的图的边长依次是多少？</translation>
    </message>
    <message>
        <source>Choose another block in the row above, by mouse or by the arrow keys.</source>
        <translation>在上面一行选另一个块，用鼠标或方向键。</translation>
    </message>
    <message>
        <source>{doubling}: transposed convolutions with kernel {kernel}, stride {stride} and padding {padding}. Below is the arithmetic of the block that you chose, on its own learned weights: the same steps as in the playground, for one of many pairs of channels.</source>
        <translation>{doubling}：转置卷积，核 {kernel}，步长 {stride}，填充 {padding}。下面是你选的块的运算过程，用的是它学到的权重：与练习场里的步骤相同，是许多对通道中的一对。</translation>
    </message>
    <message>
        <source>The transposed convolution, from 5 × 5 to 28 × 28</source>
        <translation>转置卷积：从 5 × 5 到 28 × 28</translation>
    </message>
    <message>
        <source>These are the curves of the training of *{model}*. In the middle are the two [losses](term:loss): what D and G each try to make small. The picture is that of the snapshot in the timeline below.</source>
        <translation>这是 *{model}* 的训练曲线。中间是两个[损失](term:loss)：D 和 G 各自想要变小的数。图片出自下面时间轴上的快照。</translation>
    </message>
    <message>
        <source>If G draws better and better, what does its loss do?</source>
        <translation>如果 G 画得越来越好，它的损失会怎样？</translation>
    </message>
    <message>
        <source>It falls</source>
        <translation>下降</translation>
    </message>
    <message>
        <source>It rises</source>
        <translation>上升</translation>
    </message>
    <message>
        <source>It may fall or rise</source>
        <translation>可能下降，也可能上升</translation>
    </message>
    <message>
        <source>Drag the timeline to its left end, then to its right end. Compare the pictures.</source>
        <translation>把时间轴拖到最左端，再拖到最右端。比较图片。</translation>
    </message>
    <message>
        <source>G&apos;s loss went from {g_loss_early} to {g_loss} here, while its pictures became better. It measures G against a D that learns, too: a better D makes it rise. So the loss of a GAN does not say how good the pictures are.</source>
        <translation>这里 G 的损失从 {g_loss_early} 变到 {g_loss}，而图片变好了。它衡量的是 G 与一个也在学习的 D 的较量：D 变强，它就上升。所以 GAN 的损失不说明图片有多好。</translation>
    </message>
    <message>
        <source>The lowest plot says the same in plainer words. D(x) is how sure D is that real pictures are real, D(G(z)) the same for generated ones.</source>
        <translation>最下面的图用更直白的方式说同一件事。D(x) 是 D 有多确信真实图片是真的，D(G(z)) 是对生成图片的同样判断。</translation>
    </message>
    <message>
        <source>Where would both be if D could not tell them apart at all?</source>
        <translation>如果 D 完全分不出来，两者会在哪里？</translation>
    </message>
    <message>
        <source>Both at 0.5</source>
        <translation>都在 0.5</translation>
    </message>
    <message>
        <source>Both at 1</source>
        <translation>都在 1</translation>
    </message>
    <message>
        <source>D(x) at 1, D(G(z)) at 0</source>
        <translation>D(x) 在 1，D(G(z)) 在 0</translation>
    </message>
    <message>
        <source>Go back to the start of the timeline, and look where the two curves begin and end.</source>
        <translation>回到时间轴的开头，看这两条曲线从哪里开始，到哪里结束。</translation>
    </message>
    <message>
        <source>0.5 is a toss of a coin. In this run D(x) went from {d_real_early} to {d_real}, D(G(z)) from {d_fake_early} to {d_fake}: D tells them apart most of the time, and G still learns from how. If D(x) is 1 and D(G(z)) is 0 for long, there is little left to learn from; the training doctor above the curves warns of that.</source>
        <translation>0.5 就像抛硬币。在这次训练中，D(x) 从 {d_real_early} 变到 {d_real}，D(G(z)) 从 {d_fake_early} 变到 {d_fake}：D 多数时候分得出来，而 G 仍能从中学习。如果 D(x) 长时间是 1 而 D(G(z)) 是 0，就没有多少可学的了；曲线上方的训练医生会为此提醒。</translation>
    </message>
    <message>
        <source>The plot on top is what says how good the pictures are: the [FID](term:fid), a distance between generated and real pictures. It was measured bit by bit while the run learned. Lower is better.</source>
        <translation>说明图片有多好的是最上面的图：[FID](term:fid)，即生成图片与真实图片之间的距离。训练时一点一点地测量。越低越好。</translation>
    </message>
    <message>
        <source>Is the last snapshot of a run always its best?</source>
        <translation>一次训练的最后一个快照总是最好的吗？</translation>
    </message>
    <message>
        <source>Yes, longer is better</source>
        <translation>是，越久越好</translation>
    </message>
    <message>
        <source>No, runs can get worse again</source>
        <translation>不是，也会变差</translation>
    </message>
    <message>
        <source>Have the timeline show the best snapshot: press **Best**, or drag it there.</source>
        <translation>让时间轴显示最好的快照：按 **Best**（最好），或拖到那里。</translation>
    </message>
    <message>
        <source>The FID fell from {value_first} to {value_best} here. The star marks the best snapshot, and that is what opens when you open a run. [Precision](term:precision) and [recall](term:recall) tell apart how good and how varied pictures are: *How good*, on the Train page, measures them.</source>
        <translation>这里 FID 从 {value_first} 降到 {value_best}。星号标出最好的快照，打开一次训练时打开的就是它。[精确率](term:precision)和[召回率](term:recall)分别说明图片有多好、种类有多少：Train 页的 *How good* 会测量它们。</translation>
    </message>
    <message>
        <source>Reading the curves</source>
        <translation>读懂曲线</translation>
    </message>
    <message>
        <source>A [GAN](term:gan) is two networks that learn against each other. The [generator](term:generator) G makes a picture from random numbers. The [discriminator](term:discriminator) D looks at a picture and says how likely it is to be a real one.

Both belong to the model *{model}*, which is open: on the left what G draws, on the right what D thinks of it.</source>
        <translation>[GAN](term:gan) 是两个在对抗中学习的网络。[生成器](term:generator) G 用随机数画图。[判别器](term:discriminator) D 看一张图片，说出它有多大可能是真实的。

两者都属于打开的模型 *{model}*：左边是 G 画的图，右边是 D 的看法。</translation>
    </message>
    <message>
        <source>Which of the two was shown real pictures while they learned?</source>
        <translation>训练时，真实图片给谁看过？</translation>
    </message>
    <message>
        <source>Only the generator</source>
        <translation>只给生成器</translation>
    </message>
    <message>
        <source>Only the discriminator</source>
        <translation>只给判别器</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两个都看过</translation>
    </message>
    <message>
        <source>Press **Randomise** three times. Watch the picture, and what D thinks of it.</source>
        <translation>按三次 **Randomise**（随机）。看图片，也看 D 的看法。</translation>
    </message>
    <message>
        <source>Only D has seen real pictures. G knows them by hearsay: it learns from how D&apos;s score changes with each pixel, and nothing else. Some of its pictures convince D, some do not.</source>
        <translation>只有 D 看过真实图片。G 只是间接地知道：它只从 D 的评分随每个像素怎样变化中学习。它的图片有的骗过了 D，有的没有。</translation>
    </message>
    <message>
        <source>The timeline below the picture goes back through the training, with the same random numbers [z](term:z) all the way. Now it shows step {last_step} or what was best of it.</source>
        <translation>图片下面的时间轴可以回到训练过程中去，随机数 [z](term:z) 始终不变。现在显示的是第 {last_step} 步，或其中最好的一步。</translation>
    </message>
    <message>
        <source>What did G draw at step {first_step}?</source>
        <translation>在第 {first_step} 步，G 画的是什么？</translation>
    </message>
    <message>
        <source>Drag the timeline to its left end, or press Home on it.</source>
        <translation>把时间轴拖到最左端，或在它上面按 Home 键。</translation>
    </message>
    <message>
        <source>Noise, dot by dot</source>
        <translation>一个个点的噪声</translation>
    </message>
    <message>
        <source>Blurred blotches</source>
        <translation>模糊的斑块</translation>
    </message>
    <message>
        <source>The same picture, only smaller</source>
        <translation>同一张图片，只是更小</translation>
    </message>
    <message>
        <source>Before the first step the weights are random, and so is what comes out. Then D learns to tell that from real pictures, so G has to find something better, blotches in the right place for a start; then D looks more closely, and so on. That is the *adversarial* in the name.</source>
        <translation>第一步之前，权重是随机的，画出来的也是。接着 D 学会把它们与真实图片分开，G 就必须想出更好的，起初是位置对了的斑块；然后 D 看得更仔细，如此反复。这就是名字里的“对抗”。</translation>
    </message>
    <message>
        <source>So G and D drive each other on, a step of D, a step of G, thousands of times.</source>
        <translation>G 和 D 就这样互相推动：D 一步，G 一步，成千上万次。</translation>
    </message>
    <message>
        <source>When does most of the change happen?</source>
        <translation>变化大多发生在什么时候？</translation>
    </message>
    <message>
        <source>In the first tenth of the training</source>
        <translation>训练的前十分之一</translation>
    </message>
    <message>
        <source>Evenly all the way</source>
        <translation>始终均匀</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>最后</translation>
    </message>
    <message>
        <source>Press Play beside the timeline, or go step by step to its right end.</source>
        <translation>按时间轴旁边的播放键，或一步步走到最右端。</translation>
    </message>
    <message>
        <source>Shapes come early, details take the rest of the time. Snapshots were kept more densely at the beginning, because that is where the most happens.</source>
        <translation>形状很早就有，细节要用其余的时间。开头的快照存得更密，因为那里变化最多。</translation>
    </message>
    <message>
        <source>Imagine a G whose pictures cannot be told from real ones by anything. D sees as many real as generated pictures.</source>
        <translation>设想有一个 G，它的图片无论如何也与真实图片分不开。D 看到的真实图片与生成图片一样多。</translation>
    </message>
    <message>
        <source>How sure can the best possible D then be that a picture is real?</source>
        <translation>这时，最好的 D 能有多确信一张图片是真的？</translation>
    </message>
    <message>
        <source>0 %: it is never fooled</source>
        <translation>0 %：它从不受骗</translation>
    </message>
    <message>
        <source>50 %: it can only toss a coin</source>
        <translation>50 %：只能抛硬币</translation>
    </message>
    <message>
        <source>100 %: it takes all for real</source>
        <translation>100 %：把所有都当成真的</translation>
    </message>
    <message>
        <source>And this D? Press **Randomise** three times, and see how sure it is of pictures that are all generated.</source>
        <translation>那么这个 D 呢？按三次 **Randomise**（随机），看它对这些全是生成的图片有多确信。</translation>
    </message>
    <message>
        <source>In theory it ends at 50 % (Goodfellow et al. 2014). In practice G is never perfect: D finds something, and training is stopped when the pictures are good enough. Go on with the lesson *What is z*.</source>
        <translation>理论上终点是 50 %（Goodfellow 等，2014）。实际上 G 从不完美：D 总能发现什么，图片足够好时训练就停下。接着学《什么是 z》。</translation>
    </message>
    <message>
        <source>What is a GAN</source>
        <translation>什么是 GAN</translation>
    </message>
    <message>
        <source>The generator is a function: numbers go in, a picture comes out. What goes in is called [z](term:z); each slider on the left is one of its numbers. What comes out of *{model}* are {pixels} numbers, one for each pixel and colour.</source>
        <translation>生成器是一个函数：数进去，图片出来。进去的叫作 [z](term:z)；左边每个滑块是其中一个数。*{model}* 出来的是 {pixels} 个数，每个像素、每种颜色一个。</translation>
    </message>
    <message>
        <source>How many numbers decide the whole picture?</source>
        <translation>多少个数决定整张图片？</translation>
    </message>
    <message>
        <source>1, the seed</source>
        <translation>1 个，即种子</translation>
    </message>
    <message>
        <source>{z_dim}, all of z</source>
        <translation>{z_dim} 个，整个 z</translation>
    </message>
    <message>
        <source>{pixels}, one for each pixel</source>
        <translation>{pixels} 个，每个像素一个</translation>
    </message>
    <message>
        <source>Take any slider and drag it all the way. With the keyboard: Shift and the arrow keys.</source>
        <translation>任选一个滑块，拖到底。用键盘：Shift 加方向键。</translation>
    </message>
    <message>
        <source>{z_dim} numbers, and nothing else. One of them seldom means one thing: it changes several features at once, and a feature depends on many. All points together are the [latent space](term:latent-space).</source>
        <translation>{z_dim} 个数，此外什么都没有。其中一个数很少只代表一件事：它同时改变几个特征，而一个特征又取决于许多个数。所有的点合起来就是[潜在空间](term:latent-space)。</translation>
    </message>
    <message>
        <source>Usually z is drawn at random: every number from a normal distribution around 0. A [seed](term:seed) says which random numbers those are.</source>
        <translation>通常 z 是随机抽取的：每个数都来自以 0 为中心的正态分布。[种子](term:seed)决定是哪些随机数。</translation>
    </message>
    <message>
        <source>The same z twice: what comes out?</source>
        <translation>同一个 z 用两次：画出什么？</translation>
    </message>
    <message>
        <source>The same picture, to the last pixel</source>
        <translation>同一张图片，每个像素都一样</translation>
    </message>
    <message>
        <source>A similar picture</source>
        <translation>相似的图片</translation>
    </message>
    <message>
        <source>Any picture</source>
        <translation>任意一张图片</translation>
    </message>
    <message>
        <source>Type **7** into the field *Seed* and press Enter.</source>
        <translation>在 *Seed*（种子）栏里输入 **7**，按回车。</translation>
    </message>
    <message>
        <source>There are no dice in the generator. All chance is in z, so seed 7 is this picture today, tomorrow, on the command line and on other computers.</source>
        <translation>生成器里没有骰子。所有的偶然都在 z 里，所以种子 7 今天、明天、在命令行、在别的电脑上都是这张图片。</translation>
    </message>
    <message>
        <source>The curve below the sliders shows how long random points z are, and the mark where this one is: ‖z‖ is {norm} now. In {z_dim} dimensions nearly all of them have a length of about {shell}.</source>
        <translation>滑块下面的曲线显示随机的 z 有多长，标记是现在这个：‖z‖ 是 {norm}。在 {z_dim} 维空间里，几乎所有随机点的长度都在 {shell} 左右。</translation>
    </message>
    <message>
        <source>And the point where all sliders are at 0?</source>
        <translation>那么所有滑块都在 0 的那一点呢？</translation>
    </message>
    <message>
        <source>The most typical of all</source>
        <translation>最典型的一点</translation>
    </message>
    <message>
        <source>A mixture of all pictures</source>
        <translation>所有图片的混合</translation>
    </message>
    <message>
        <source>A point that G never met while it learned</source>
        <translation>G 学习时从没遇到过的一点</translation>
    </message>
    <message>
        <source>Press **Reset**.</source>
        <translation>按 **Reset**（重置）。</translation>
    </message>
    <message>
        <source>Random points form a thin shell, like the skin of an orange, and the centre is far from all of them. G draws something there, too, but nobody ever judged it. The nearer to the shell, the better the pictures.</source>
        <translation>随机点形成一层薄壳，像橘子皮，中心离它们都很远。G 在那里也会画点什么，但从没有谁评判过。离壳越近，图片越好。</translation>
    </message>
    <message>
        <source>Below the picture are two points, A and B, with their pictures, and a slider from one to the other.</source>
        <translation>图片下面有两个点 A 和 B，各有图片，还有从一个到另一个的滑块。</translation>
    </message>
    <message>
        <source>What is half way between them?</source>
        <translation>它们正中间是什么？</translation>
    </message>
    <message>
        <source>Both pictures, one shining through the other</source>
        <translation>两张图片重叠在一起</translation>
    </message>
    <message>
        <source>A picture of its own</source>
        <translation>一张独立的图片</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Drag the slider from A to B, slowly.</source>
        <translation>把滑块从 A 慢慢拖到 B。</translation>
    </message>
    <message>
        <source>Every point on the way is a picture, and neighbours look alike: G has learned no list of pictures but a space. The way is a great circle ([slerp](term:slerp)), so that z stays on the shell; a straight line would cut through the inside.</source>
        <translation>路上每一点都是一张图片，相邻的彼此相似：G 学到的不是一堆图片，而是一个空间。这条路是大圆（[slerp](term:slerp)），所以 z 一直在壳上；直线则会穿过内部。</translation>
    </message>
    <message>
        <source>What is z</source>
        <translation>什么是 z</translation>
    </message>
    <message>
        <source>Guess</source>
        <translation>猜一猜</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>第 {number} 步，共 {count} 步</translation>
    </message>
    <message>
        <source>What do you think?</source>
        <translation>你怎么看？</translation>
    </message>
    <message>
        <source>Now you</source>
        <translation>轮到你了</translation>
    </message>
    <message>
        <source>✓ You guessed right: {answer}</source>
        <translation>✓ 你猜对了：{answer}</translation>
    </message>
    <message>
        <source>✗ You guessed: {guess}. It is: {answer}</source>
        <translation>✗ 你猜的是：{guess}。答案是：{answer}</translation>
    </message>
    <message>
        <source>It is: {answer}</source>
        <translation>答案是：{answer}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>I do not know</source>
        <translation>我不知道</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>看答案</translation>
    </message>
    <message>
        <source>Back to where I was</source>
        <translation>回到原来的地方</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>留在这里</translation>
    </message>
    <message>
        <source>&amp;Next step</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Step before</source>
        <translation>上一步(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;End the lesson, back to where I was</source>
        <translation>结束课程，回到原来的地方(&amp;E)</translation>
    </message>
    <message>
        <source>The first GANs, and those of most introductions, are built of [fully connected layers](term:fully-connected): each pixel is a sum of all numbers before it, by weights of its own. A [DCGAN](term:dcgan) such as *{model}* is built of [convolutions](term:convolution). *Weights* shows the [kernels](term:kernel) of its last one, which paint the picture.</source>
        <translation>最早的 GAN，以及多数入门教程里的 GAN，由[全连接层](term:fully-connected)构成：每个像素是前面所有数之和，各有自己的权重。像 *{model}* 这样的 [DCGAN](term:dcgan) 由[卷积](term:convolution)构成。*Weights* 显示它最后一个卷积的[卷积核](term:kernel)，图片就是由它们画出的。</translation>
    </message>
    <message>
        <source>How many of these kernels paint the middle of the picture and nothing else?</source>
        <translation>这些卷积核中，有多少个只画图片的中间？</translation>
    </message>
    <message>
        <source>All: what is drawn is in the middle</source>
        <translation>全部：画的东西都在中间</translation>
    </message>
    <message>
        <source>Some: each place has its share</source>
        <translation>一部分：每个位置各有几个</translation>
    </message>
    <message>
        <source>None</source>
        <translation>一个也没有</translation>
    </message>
    <message>
        <source>Click two pixels of the picture in *Weights*, far from each other, or go there by the arrow keys. Watch the kernels.</source>
        <translation>在 *Weights* 的图片上点两个相距很远的像素，或用方向键移过去。注意看卷积核。</translation>
    </message>
    <message>
        <source>The kernels stay as they are, since all pixels share them: {step_weights} weights in {step_kernels} kernels of {kernel} × {kernel}, stamped at {places} places. What is learned at one place is known at all. With a fully connected generator beside it, other brushes would come to the front for each pixel.</source>
        <translation>卷积核没有变，因为所有像素共用它们：{step_kernels} 个 {kernel} × {kernel} 的核，共 {step_weights} 个权重，印在 {places} 个位置上。在一处学到的，处处都会。如果旁边有一个全连接的生成器，每换一个像素，排到前面的画笔都会不同。</translation>
    </message>
    <message>
        <source>The row above shows the way from z to the picture. Its last step turns {step_shape}, which are {step_inputs} numbers, into {pixels} numbers of the picture, by {step_weights} weights.</source>
        <translation>上面一行是从 z 到图片的路。最后一步用 {step_weights} 个权重，把 {step_shape}（即 {step_inputs} 个数）变成图片的 {pixels} 个数。</translation>
    </message>
    <message>
        <source>How many weights does a fully connected layer need for the same step?</source>
        <translation>同样的一步，全连接层需要多少个权重？</translation>
    </message>
    <message>
        <source>{step_weights}, just as many</source>
        <translation>{step_weights}，一样多</translation>
    </message>
    <message>
        <source>{step_numbers}, one for each number</source>
        <translation>{step_numbers}，每个数一个</translation>
    </message>
    <message>
        <source>{dense_weights}, one for each pair</source>
        <translation>{dense_weights}，每一对数一个</translation>
    </message>
    <message>
        <source>Choose the last block in the row above, by mouse or by the arrow keys, and look at its sizes.</source>
        <translation>在上面一行选最后一个块，用鼠标或方向键，看看它的大小。</translation>
    </message>
    <message>
        <source>{step_inputs} · {pixels} = {dense_weights}: {times_fewer} times as many. So nobody builds it like that. A fully connected generator has narrow layers instead, here {dense_widths}, and still {dense_parameters} numbers to learn. *{model}* has {parameters}.</source>
        <translation>{step_inputs} · {pixels} = {dense_weights}：是 {times_fewer} 倍。所以没有人这样做。全连接的生成器改用较窄的层，这里是 {dense_widths}，要学的数仍有 {dense_parameters} 个。*{model}* 有 {parameters} 个。</translation>
    </message>
    <message>
        <source>A convolution takes for granted that neighbours belong together. Imagine that the pixels of all training pictures had been shuffled, in all pictures alike: noise to the eye, yet nothing is lost.</source>
        <translation>卷积预先认定：相邻的像素彼此有关。设想把所有训练图片的像素打乱，每张图片都按同一种方式：看上去是噪声，其实什么也没有丢。</translation>
    </message>
    <message>
        <source>Which kind of networks learns from them as well as before?</source>
        <translation>哪一种网络能从中学得和原来一样好？</translation>
    </message>
    <message>
        <source>Fully connected ones</source>
        <translation>全连接的</translation>
    </message>
    <message>
        <source>Convolutional ones</source>
        <translation>卷积的</translation>
    </message>
    <message>
        <source>Both kinds</source>
        <translation>两种都是</translation>
    </message>
    <message>
        <source>Choose a pixel of the picture in *Trace a pixel*. Frames show what it sees of each layer.</source>
        <translation>在 *Trace a pixel* 里选图片的一个像素。方框表示它看到每一层的哪些部分。</translation>
    </message>
    <message>
        <source>The fully connected ones: a pixel of theirs sees all there is, so no place means anything to them. Here a pixel sees a few cells of the last maps, and pixels beside it see nearly the same ones. That knowledge is built in, and need not be learned.</source>
        <translation>全连接的：它的每个像素看到全部的数，所以位置对它没有意义。在这里，一个像素只看到最后那些特征图的几个格子，旁边的像素看到的几乎相同。这种知识是构造中就有的，不必再学。</translation>
    </message>
    <message>
        <source>*Two networks* trains both kinds from the same pictures, with the same losses, batches and seed. They take turns of two seconds, so that both have the same time; counting steps would favour the one that computes more in each.</source>
        <translation>*Two networks* 用同样的图片训练这两种网络，损失、批和种子都相同。两者轮流，每次两秒，所以用的时间一样；如果数步数，每步算得多的一方就占便宜。</translation>
    </message>
    <message>
        <source>Which generator has more to multiply for one picture?</source>
        <translation>画一张图片，哪个生成器要做的乘法更多？</translation>
    </message>
    <message>
        <source>The fully connected one</source>
        <translation>全连接的</translation>
    </message>
    <message>
        <source>The DCGAN</source>
        <translation>DCGAN</translation>
    </message>
    <message>
        <source>Both the same</source>
        <translation>一样多</translation>
    </message>
    <message>
        <source>Press **Start both**, or **Open** for a pair that you have. If you do not want to train now, have the answer shown.</source>
        <translation>按 **Start both**（开始训练两者），或用 **Open** 打开已有的一对。如果现在不想训练，就直接看答案。</translation>
    </message>
    <message>
        <source>{work} products for *{model}*, {dense_work} for a fully connected one: a weight of a linear layer is used once, a kernel at every place. Fewer weights are not less work.

Once both are trained, compare them after equal times, and look for single dots that do not fit their neighbours. You need not wait: training goes on after the lesson, and *Weights* shows both kinds side by side when one of the two is open.</source>
        <translation>*{model}* 要做 {work} 次乘法，全连接的只要 {dense_work} 次：线性层的每个权重只用一次，卷积核则在每个位置都用。权重少不等于计算少。

两者都训练好后，在相等的时间之后比较它们，看看有没有与邻居不合的孤立的点。不必等：课程结束后训练会继续；打开其中一个时，*Weights* 会把两种并排显示。</translation>
    </message>
    <message>
        <source>From a fully connected GAN to a DCGAN</source>
        <translation>从全连接 GAN 到 DCGAN</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} / {count}</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>**This picture is drawn by a network.** It has learned from examples, and makes every picture anew, from nothing but what is set on the left.</source>
        <translation>**这张图片是一个网络画的。** 它从例子中学会了画图，每张都是新画的，依据的只有左边所设的内容。</translation>
    </message>
    <message>
        <source>**Each slider is a number that it starts from.** Drag one: the picture follows. **Randomise** goes somewhere else, and Ctrl+Z takes back whatever you did.</source>
        <translation>**每个滑块是它起步用的一个数。** 拖动一个，图片就跟着变。**Randomise**（随机）换到别处，Ctrl+Z 可以撤销你做的任何事。</translation>
    </message>
    <message>
        <source>**The page *Layers* opens the network.** From the numbers on the left to the picture on the right, block by block. Choose a block to see its channels below, and mute some of them.</source>
        <translation>***Layers* 页打开网络内部。** 从左边的数到右边的图片，一块接一块。选一个块，下面就是它的各个通道，还可以让其中一些静音。</translation>
    </message>
    <message>
        <source>**On the page *Train* a network learns from your own pictures.** Choose a folder, press Start, and watch: in two minutes there is something to see.</source>
        <translation>**在 *Train* 页，网络从你自己的图片中学习。** 选一个文件夹，按 Start，然后看着：两分钟后就能看到东西。</translation>
    </message>
    <message>
        <source>**The menu *Learn* has lessons** that you do in this window, from *What is a GAN* on. Under *Help* are a glossary, all keys, and this tour.</source>
        <translation>**菜单 *学习* 里有课程**，就在这个窗口里做，从 *什么是 GAN* 开始。*Help* 下面有术语表、所有按键和这个导览。</translation>
    </message>
</context>
</TS>
