<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Latentarium</name>
    <message>
        <source>Start − minus + plus</source>
        <translation>起点 − 减 + 加</translation>
    </message>
    <message>
        <source>Go to a point and add it to a basket. Each basket is averaged; three examples or more make it steady. Smiling woman − woman + man is the paper&apos;s.</source>
        <translation>到一个点去，把它加入一个篮子。每个篮子取平均；有三个以上的例子才稳定。论文里的例子是：微笑的女人 − 女人 + 男人。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>− Minus</source>
        <translation>− 减</translation>
    </message>
    <message>
        <source>+ Plus</source>
        <translation>+ 加</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>The first is {sum}, the others are a little off; click to go there</source>
        <translation>第一张是{sum}，其余的略有偏离；点击就到那里</translation>
    </message>
    <message>
        <source>Add the current point to basket {basket}</source>
        <translation>把当前的点加入篮子“{basket}”</translation>
    </message>
    <message>
        <source>Add to basket {basket}</source>
        <translation>加入篮子“{basket}”</translation>
    </message>
    <message>
        <source>go to an example in basket {basket}</source>
        <translation>到篮子“{basket}”的一个例子</translation>
    </message>
    <message>
        <source>Examples in basket {basket}</source>
        <translation>篮子“{basket}”里的例子</translation>
    </message>
    <message>
        <source>{count} in {basket}</source>
        <translation>“{basket}”{count} 个</translation>
    </message>
    <message>
        <source>{sum}, averaged over {counts}. It and its neighbours:</source>
        <translation>{sum}，平均自：{counts}。它和它的邻近点：</translation>
    </message>
    <message>
        <source>add to basket {basket}</source>
        <translation>加入篮子“{basket}”</translation>
    </message>
    <message>
        <source>take out of basket {basket}</source>
        <translation>从篮子“{basket}”取出</translation>
    </message>
    <message>
        <source>vector arithmetic needs three baskets</source>
        <translation>向量运算需要三个篮子</translation>
    </message>
    <message>
        <source>Click to go there, Delete to take one out</source>
        <translation>点击就到那里，Delete 键取出一个</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>take the chosen example out of its basket</source>
        <translation>把选中的例子从篮子里取出</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>向量运算</translation>
    </message>
    <message>
        <source>Add and take away what pictures have in common: smiling woman − woman + man</source>
        <translation>把图片的共同之处加上或减去：微笑的女人 − 女人 + 男人</translation>
    </message>
    <message>
        <source>Choose a run with Compare in the timeline.</source>
        <translation>用时间轴里的“比较”选一次训练。</translation>
    </message>
    <message>
        <source>Same s&amp;tep</source>
        <translation>同一步(&amp;T)</translation>
    </message>
    <message>
        <source>Go to the snapshot nearest to the step of the first run, whenever that one moves</source>
        <translation>第一次训练移到哪一步，就到离它最近的快照</translation>
    </message>
    <message>
        <source>Compare no longer</source>
        <translation>不再比较</translation>
    </message>
    <message>
        <source>Picture that the compared run makes of the same z</source>
        <translation>另一次训练用同一个 z 画的图片</translation>
    </message>
    <message>
        <source>Compared run</source>
        <translation>比较的训练</translation>
    </message>
    <message>
        <source>Another run&apos;s picture of the same z</source>
        <translation>另一次训练用同一个 z 画的图片</translation>
    </message>
    <message>
        <source>set a corner</source>
        <translation>设定一个角</translation>
    </message>
    <message>
        <source>a grid has four corners</source>
        <translation>网格有四个角</translation>
    </message>
    <message>
        <source>Top left corner</source>
        <translation>左上角</translation>
    </message>
    <message>
        <source>Top right corner</source>
        <translation>右上角</translation>
    </message>
    <message>
        <source>Bottom left corner</source>
        <translation>左下角</translation>
    </message>
    <message>
        <source>Bottom right corner</source>
        <translation>右下角</translation>
    </message>
    <message>
        <source>Pictures on each side of the grid</source>
        <translation>网格每边的图片数</translation>
    </message>
    <message>
        <source>Pictures on each side</source>
        <translation>每边的图片数</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the grid as a PNG picture</source>
        <translation>把网格保存为 PNG 图片</translation>
    </message>
    <message>
        <source>Grid between four corners</source>
        <translation>四个角之间的网格</translation>
    </message>
    <message>
        <source>Each row goes from the left edge to the right one along a great circle. Click, or use the arrow keys, to go to a picture.</source>
        <translation>每一行沿大圆从左边到右边。点击或用方向键到一张图片。</translation>
    </message>
    <message>
        <source>{name}: choose the point that is there</source>
        <translation>{name}：选那里的点</translation>
    </message>
    <message>
        <source>The current &amp;point</source>
        <translation>当前的点(&amp;P)</translation>
    </message>
    <message>
        <source>A &amp;seed…</source>
        <translation>种子(&amp;S)…</translation>
    </message>
    <message>
        <source>The point that this seed draws</source>
        <translation>由这个种子抽取的点</translation>
    </message>
    <message>
        <source>go to a picture of the grid</source>
        <translation>到网格的一张图片</translation>
    </message>
    <message>
        <source>Save the grid</source>
        <translation>保存网格</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>Open a model first</source>
        <translation>请先打开一个模型</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>第 {row} 行，第 {column} 列</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Left, Right, Up, Down</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>Go to another picture of the field</source>
        <translation>到网格的另一张图片</translation>
    </message>
    <message>
        <source>Corners</source>
        <translation>四角</translation>
    </message>
    <message>
        <source>A field of pictures between two or four points that you choose</source>
        <translation>在你选的两到四个点之间的一片图片</translation>
    </message>
    <message>
        <source>Where z stands along this direction, in standard deviations</source>
        <translation>z 沿这个方向的位置，以标准差为单位</translation>
    </message>
    <message>
        <source>Name of the direction</source>
        <translation>方向的名称</translation>
    </message>
    <message>
        <source>Type another name</source>
        <translation>输入另一个名称</translation>
    </message>
    <message>
        <source>How much of all that the first block does this direction accounts for</source>
        <translation>第一个块所做的一切中，这个方向占多少</translation>
    </message>
    <message>
        <source>Pictures along {name}</source>
        <translation>沿 {name} 的图片</translation>
    </message>
    <message>
        <source>Position along {name}</source>
        <translation>沿 {name} 的位置</translation>
    </message>
    <message>
        <source>What this direction does around here, from -3 to 3 standard deviations; click to go there</source>
        <translation>这个方向在这里附近的作用，从 -3 到 3 个标准差；点击就到那里</translation>
    </message>
    <message>
        <source>Directions (*{suffix})</source>
        <translation>方向 (*{suffix})</translation>
    </message>
    <message>
        <source>How directions are found</source>
        <translation>怎样找方向</translation>
    </message>
    <message>
        <source>Fi&amp;nd</source>
        <translation>寻找(&amp;N)</translation>
    </message>
    <message>
        <source>Find directions of the open generator</source>
        <translation>寻找打开的生成器的方向</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open directions from a file</source>
        <translation>从文件打开方向</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Save these directions to a file, to share them or to use them on the command line</source>
        <translation>把这些方向保存到文件，以便分享或在命令行使用</translation>
    </message>
    <message>
        <source>Sco&amp;re</source>
        <translation>评分(&amp;R)</translation>
    </message>
    <message>
        <source>Measure what these directions do to the known factors or classes of the data</source>
        <translation>测量这些方向对数据的已知因素或类别的作用</translation>
    </message>
    <message>
        <source>Open directions</source>
        <translation>打开方向</translation>
    </message>
    <message>
        <source>Save directions</source>
        <translation>保存方向</translation>
    </message>
    <message>
        <source>Of {whose}{edits}, by {method}.{again}</source>
        <translation>属于{whose}{edits}，方法：{method}。{again}</translation>
    </message>
    <message>
        <source>an unknown generator</source>
        <translation>未知的生成器</translation>
    </message>
    <message>
        <source> without its edits</source>
        <translation>（不含修改）</translation>
    </message>
    <message>
        <source> What share they have here is not known: find them again.</source>
        <translation>它们在这里所占的比例未知：请重新寻找。</translation>
    </message>
    <message>
        <source>open directions</source>
        <translation>打开方向</translation>
    </message>
    <message>
        <source>find directions</source>
        <translation>寻找方向</translation>
    </message>
    <message>
        <source>rename {name}</source>
        <translation>重命名 {name}</translation>
    </message>
    <message>
        <source>Finding directions</source>
        <translation>正在寻找方向</translation>
    </message>
    <message>
        <source>How it is measured: a small network learns to read the factors off the training pictures. Then 24 walks from random points go along each direction, from -2.5 to 2.5 standard deviations, and the factors are read off their pictures. A cell is the rank correlation of the factor with the position on the walk: 1 if it grows at every step from everywhere, -1 if it falls, near 0 if it depends on the start. Below it: how much the factor changes over a walk, as a share of its range (of a class: of its probability).</source>
        <translation>测量方法：一个小网络学习从训练图片中读出各个因素。然后从随机点出发，沿每个方向走 24 次，从 -2.5 到 2.5 个标准差，并从沿途的图片中读出因素。每格是因素与行走位置的秩相关：从哪里出发都步步上升是 1，步步下降是 -1，取决于起点则接近 0。下面是：一次行走中因素变化了多少，以其范围的比例计（类别则以其概率计）。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy what is selected, or the whole table, as text for a spreadsheet</source>
        <translation>把选中的部分或整个表格复制为电子表格可用的文本</translation>
    </message>
    <message>
        <source>{followed} of {count} factors of {data} are followed by some direction with a rank correlation above {noteworthy}. The class is read rightly off {classes:.0%} of pictures that are new to the reader.{minded}</source>
        <translation>{data} 的 {count} 个因素中，有 {followed} 个被某个方向跟随，秩相关高于 {noteworthy}。对读取网络没见过的图片，{classes:.0%} 的类别读得正确。{minded}</translation>
    </message>
    <message>
        <source> Mind: {note}.</source>
        <translation>注意：{note}。</translation>
    </message>
    <message>
        <source>{factor} (read with {read:.2f})</source>
        <translation>{factor}（读取 {read:.2f}）</translation>
    </message>
    <message>
        <source>Rank correlation {correlation:+.2f}, change over a walk {change:+.0%}</source>
        <translation>秩相关 {correlation:+.2f}，一次行走的变化 {change:+.0%}</translation>
    </message>
    <message>
        <source>What the directions do</source>
        <translation>各个方向的作用</translation>
    </message>
    <message>
        <source>Rank correlations of factors with directions</source>
        <translation>因素与方向的秩相关</translation>
    </message>
    <message>
        <source>Double click a cell, or press Return on it, to see its direction; Ctrl+C copies</source>
        <translation>双击一格或按回车查看它的方向；Ctrl+C 复制</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Learning to read the factors, then walking along the directions. This takes a while.</source>
        <translation>正在学习读取因素，然后沿方向行走。需要一些时间。</translation>
    </message>
    <message>
        <source> Something else is open by now: score again to have its scores.</source>
        <translation>现在打开的已是另一个：请重新评分。</translation>
    </message>
    <message>
        <source>Of {origin}.{here} {scored}</source>
        <translation>属于{origin}。{here}{scored}</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>rank correlation</source>
        <translation>秩相关</translation>
    </message>
    <message>
        <source>find directions before scoring them</source>
        <translation>请先寻找方向再评分</translation>
    </message>
    <message>
        <source>it is not known what this generator learned from, so there is nothing to score against</source>
        <translation>不知道这个生成器从什么学来，没有可对照的数据</translation>
    </message>
    <message>
        <source>Scoring directions</source>
        <translation>正在给方向评分</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Find directions of latent space that change one thing, and move along them</source>
        <translation>找出潜在空间里只改变一件事的方向，并沿着它移动</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>How many pixels wide each of the generator&apos;s pixels becomes</source>
        <translation>生成器的每个像素变成多少像素宽</translation>
    </message>
    <message>
        <source>&amp;Smooth</source>
        <translation>平滑(&amp;S)</translation>
    </message>
    <message>
        <source>Blend pixels into each other instead of drawing them as squares</source>
        <translation>像素之间平滑过渡，而不是画成方块</translation>
    </message>
    <message>
        <source> pictures</source>
        <translation> 张图片</translation>
    </message>
    <message>
        <source> a second</source>
        <translation> 每秒</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>内容(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Enlarged</source>
        <translation>放大(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;On the path</source>
        <translation>路径上(&amp;O)</translation>
    </message>
    <message>
        <source>S&amp;peed</source>
        <translation>速度(&amp;P)</translation>
    </message>
    <message>
        <source>Drawn by {origin}; the file says so, too.</source>
        <translation>由 {origin} 画出；文件里也会注明。</translation>
    </message>
    <message>
        <source>{z_dim} numbers; generate --z makes the picture of them</source>
        <translation>{z_dim} 个数；用 generate --z 可画出它们的图片</translation>
    </message>
    <message>
        <source>{size} pixels</source>
        <translation>{size} 像素</translation>
    </message>
    <message>
        <source>{frames} pictures of {size} pixels side by side</source>
        <translation>{frames} 张 {size} 像素的图片并排</translation>
    </message>
    <message>
        <source>{size} pixels, {frames:.1f} seconds</source>
        <translation>{size} 像素，{frames:.1f} 秒</translation>
    </message>
    <message>
        <source>One file with sliders, layers and a convolution taken apart, which needs no program and no net</source>
        <translation>一个文件，带有滑块、各层和拆开的卷积，不需要程序也不需要网络连接</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>keep {name}</source>
        <translation>收藏 {name}</translation>
    </message>
    <message>
        <source>go to {kept}</source>
        <translation>到 {kept}</translation>
    </message>
    <message>
        <source>remove {name}</source>
        <translation>移除 {name}</translation>
    </message>
    <message>
        <source>note on {kept}</source>
        <translation>给 {kept} 的备注</translation>
    </message>
    <message>
        <source>Point {number}</source>
        <translation>点 {number}</translation>
    </message>
    <message>
        <source>Nothing kept yet. Keep a point (Ctrl+D) to come back to it later.</source>
        <translation>还没有收藏。收藏一个点（Ctrl+D），以后就能回来。</translation>
    </message>
    <message>
        <source>&amp;Keep this point</source>
        <translation>收藏这个点(&amp;K)</translation>
    </message>
    <message>
        <source>Add the current point to the favourites (Ctrl+D)</source>
        <translation>把当前的点加入收藏（Ctrl+D）</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>Forget the chosen favourite (Delete)</source>
        <translation>删除选中的收藏（Delete）</translation>
    </message>
    <message>
        <source>A note on the chosen point</source>
        <translation>给选中的点写备注</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Click or press Return to go there, F2 to rename, Delete to remove</source>
        <translation>点击或按回车到那里，F2 重命名，Delete 移除</translation>
    </message>
    <message>
        <source>&amp;Write a note</source>
        <translation>写备注(&amp;W)</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Give a favourite another name</source>
        <translation>给收藏换个名称</translation>
    </message>
    <message>
        <source>Forget a favourite</source>
        <translation>删除一个收藏</translation>
    </message>
    <message>
        <source>&amp;Others</source>
        <translation>换一批(&amp;O)</translation>
    </message>
    <message>
        <source>Draw other random points</source>
        <translation>抽取另一批随机点</translation>
    </message>
    <message>
        <source>Random points</source>
        <translation>随机点</translation>
    </message>
    <message>
        <source>Click or press Return to go there</source>
        <translation>点击或按回车到那里</translation>
    </message>
    <message>
        <source>go to a random point</source>
        <translation>到一个随机点</translation>
    </message>
    <message>
        <source>Random points: click to go, keep what you like.</source>
        <translation>随机点：点击就去，喜欢就收藏。</translation>
    </message>
    <message>
        <source>Points that you kept, with names and notes</source>
        <translation>你收藏的点，有名称和备注</translation>
    </message>
    <message>
        <source>The picture is not on the way from A to B: move the slider, or click A or B, to go there.</source>
        <translation>图片不在从 A 到 B 的路上：移动滑块，或点击 A 或 B 就到那里。</translation>
    </message>
    <message>
        <source>Great circle (slerp)</source>
        <translation>大圆（slerp）</translation>
    </message>
    <message>
        <source>Keeps the length of z typical all the way, so every picture is a likely one.</source>
        <translation>一路上 z 的长度都保持典型，所以每张图片都合理。</translation>
    </message>
    <message>
        <source>Straight line (lerp)</source>
        <translation>直线（lerp）</translation>
    </message>
    <message>
        <source>Cuts through the inside of the shell: half way, z is shorter than any that the generator was trained on.</source>
        <translation>穿过壳的内部：在半途，z 比生成器训练时见过的都短。</translation>
    </message>
    <message>
        <source>Picture of the end {end}</source>
        <translation>端点 {end} 的图片</translation>
    </message>
    <message>
        <source>Go to the end {end}</source>
        <translation>到端点 {end}</translation>
    </message>
    <message>
        <source>Set &amp;{end}</source>
        <translation>设 {end}(&amp;{end})</translation>
    </message>
    <message>
        <source>Make the current point the end {end}</source>
        <translation>把当前的点设为端点 {end}</translation>
    </message>
    <message>
        <source>Position between A and B</source>
        <translation>A 与 B 之间的位置</translation>
    </message>
    <message>
        <source>Position between A and B, typed</source>
        <translation>A 与 B 之间的位置（输入）</translation>
    </message>
    <message>
        <source>Move to and fro between A and B</source>
        <translation>在 A 与 B 之间来回移动</translation>
    </message>
    <message>
        <source>Stop moving</source>
        <translation>停止移动</translation>
    </message>
    <message>
        <source>Way between A and B</source>
        <translation>A 与 B 之间的路</translation>
    </message>
    <message>
        <source>Between A and B</source>
        <translation>A 与 B 之间</translation>
    </message>
    <message>
        <source>Go from one point, the end A, to another, the end B</source>
        <translation>从端点 A 到端点 B</translation>
    </message>
    <message>
        <source>Set &amp;{value} to this point</source>
        <translation>把 {value} 设为这个点(&amp;{value})</translation>
    </message>
    <message>
        <source>Reading pictures…</source>
        <translation>正在读取图片…</translation>
    </message>
    <message>
        <source>{of_all}, as the networks saw them.{minded}</source>
        <translation>{of_all}，网络看到的样子。{minded}</translation>
    </message>
    <message>
        <source>Choose a training picture</source>
        <translation>选一张训练图片</translation>
    </message>
    <message>
        <source>Training pictures</source>
        <translation>训练图片</translation>
    </message>
    <message>
        <source>&amp;Find its z</source>
        <translation>找它的 z(&amp;F)</translation>
    </message>
    <message>
        <source>{count:,} of {total:,} pictures</source>
        <translation>{total:,} 张图片中的 {count:,} 张</translation>
    </message>
    <message>
        <source>{count:,} pictures</source>
        <translation>{count:,} 张图片</translation>
    </message>
    <message>
        <source>None of these pictures can be read.</source>
        <translation>这些图片都无法读取。</translation>
    </message>
    <message>
        <source>The generator knows nothing like this picture.</source>
        <translation>生成器不认识任何与这张相似的图片。</translation>
    </message>
    <message>
        <source>In {origin}: {words}</source>
        <translation>在{origin}中：{words}</translation>
    </message>
    <message>
        <source>The generator makes this very picture.</source>
        <translation>生成器能画出这张图片。</translation>
    </message>
    <message>
        <source>The generator makes something like it.</source>
        <translation>生成器能画出与它相似的图片。</translation>
    </message>
    <message>
        <source>Looking at random points…</source>
        <translation>正在查看随机点…</translation>
    </message>
    <message>
        <source>Found: PSNR {psnr:.1f} dB. {judged}</source>
        <translation>找到了：PSNR {psnr:.1f} dB。{judged}</translation>
    </message>
    <message>
        <source>open a model before looking for the z of a picture</source>
        <translation>先打开一个模型，再找图片的 z</translation>
    </message>
    <message>
        <source>The network is changed by {changes}. Which one is to draw the picture?</source>
        <translation>网络有改动：{changes}。用哪一个来画这张图片？</translation>
    </message>
    <message>
        <source>Looking for z</source>
        <translation>正在找 z</translation>
    </message>
    <message>
        <source>go to the z of a picture</source>
        <translation>到一张图片的 z</translation>
    </message>
    <message>
        <source>Start {start}, step {step}: PSNR {psnr:.1f} dB</source>
        <translation>第 {start} 次出发，第 {step} 步：PSNR {psnr:.1f} dB</translation>
    </message>
    <message>
        <source>You have gone elsewhere meanwhile.</source>
        <translation>你已到了别处。</translation>
    </message>
    <message>
        <source>Cancelled; the point has not moved.</source>
        <translation>已取消；点没有移动。</translation>
    </message>
    <message>
        <source>Pictures ({endings})</source>
        <translation>图片 ({endings})</translation>
    </message>
    <message>
        <source>It is not known what this generator learned from</source>
        <translation>不知道这个生成器从什么学来</translation>
    </message>
    <message>
        <source>Choose a &amp;picture…</source>
        <translation>选一张图片(&amp;P)…</translation>
    </message>
    <message>
        <source>Any picture file, of which the middle is taken</source>
        <translation>任何图片文件，取其中间部分</translation>
    </message>
    <message>
        <source>From the &amp;data…</source>
        <translation>从数据中选(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Go there</source>
        <translation>到那里(&amp;G)</translation>
    </message>
    <message>
        <source>Move to the point that was found; can be undone</source>
        <translation>移到找到的点；可以撤销</translation>
    </message>
    <message>
        <source>The &amp;changed one</source>
        <translation>改动过的(&amp;C)</translation>
    </message>
    <message>
        <source>Look for z in the network with its edits</source>
        <translation>在带有修改的网络中找 z</translation>
    </message>
    <message>
        <source>The &amp;original</source>
        <translation>原来的(&amp;O)</translation>
    </message>
    <message>
        <source>Look for z in the network as it is in its file</source>
        <translation>在文件里原样的网络中找 z</translation>
    </message>
    <message>
        <source>How far each pixel is off: from black, not at all, to the largest error there is</source>
        <translation>每个像素差多少：黑色表示没有差别，直到最大的误差</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>选一张图片</translation>
    </message>
    <message>
        <source>Choose one of the training pictures: {data}</source>
        <translation>选一张训练图片：{data}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差别</translation>
    </message>
    <message>
        <source>Find z</source>
        <translation>寻找 z</translation>
    </message>
    <message>
        <source>Find the point z whose picture is closest to a picture of yours</source>
        <translation>找出图片最接近你的图片的点 z</translation>
    </message>
    <message>
        <source>What the generator is told to draw: one of the classes that it was trained on (F7: the next, Shift+F7: back)</source>
        <translation>让生成器画什么：训练时的一个类别（F7：下一个，Shift+F7：上一个）</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Class {name}</source>
        <translation>类别 {name}</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Hold a dimension where it is, or let it go</source>
        <translation>让一个维度不动，或放开它</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Keep a dimension on top, or let it go back to its place</source>
        <translation>把一个维度留在最上面，或让它回到原位</translation>
    </message>
    <message>
        <source>Set to 0</source>
        <translation>设为 0</translation>
    </message>
    <message>
        <source>Put a dimension back in the middle</source>
        <translation>让一个维度回到中间</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Type the value of a dimension</source>
        <translation>输入一个维度的值</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>左、右</translation>
    </message>
    <message>
        <source>Move a slider; with Shift ten times as far</source>
        <translation>移动滑块；按住 Shift 移动十倍</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>上、下</translation>
    </message>
    <message>
        <source>Go to another dimension</source>
        <translation>到另一个维度</translation>
    </message>
    <message>
        <source>A step of 1 changes a pixel by {sensitivity:.1f} of 255 grey levels {where}. {lock}</source>
        <translation>移动 1 使一个像素平均改变 {sensitivity:.1f} 个灰度级（共 255），{where}。{lock}</translation>
    </message>
    <message>
        <source>Outside of -1 to 1, where all z lie that the generator was trained on</source>
        <translation>超出 -1 到 1，生成器训练时的 z 都在这个范围内</translation>
    </message>
    <message>
        <source>go to a random point that D chose</source>
        <translation>到一个 D 选的随机点</translation>
    </message>
    <message>
        <source>reset z</source>
        <translation>重置 z</translation>
    </message>
    <message>
        <source>scale z</source>
        <translation>缩放 z</translation>
    </message>
    <message>
        <source>Dimension {row}: {z:.2f}</source>
        <translation>第 {row} 维：{z:.2f}</translation>
    </message>
    <message>
        <source>Locked; click to let it go</source>
        <translation>已锁定；点击放开</translation>
    </message>
    <message>
        <source>Click to lock it where it is</source>
        <translation>点击锁定在现在的位置</translation>
    </message>
    <message>
        <source>around here</source>
        <translation>在这里附近测得</translation>
    </message>
    <message>
        <source>around the point where it was measured</source>
        <translation>在当时的点附近测得</translation>
    </message>
    <message>
        <source>go to seed {seed}</source>
        <translation>到种子 {seed}</translation>
    </message>
    <message>
        <source>marks of sliders must be numbers from 0 to {z_dim}</source>
        <translation>滑块的标记必须是 0 到 {z_dim} 的数</translation>
    </message>
    <message>
        <source>By sensitivity here</source>
        <translation>按此处的敏感度</translation>
    </message>
    <message>
        <source>By sensitivity elsewhere</source>
        <translation>按别处的敏感度</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>种子(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Randomise</source>
        <translation>随机(&amp;R)</translation>
    </message>
    <message>
        <source>Go to another random point (Ctrl+R)</source>
        <translation>到另一个随机点（Ctrl+R）</translation>
    </message>
    <message>
        <source>Rese&amp;t</source>
        <translation>重置(&amp;T)</translation>
    </message>
    <message>
        <source>Set every dimension to 0, the centre of latent space</source>
        <translation>把每个维度设为 0，即潜在空间的中心</translation>
    </message>
    <message>
        <source>Order of the dimensions</source>
        <translation>维度的顺序</translation>
    </message>
    <message>
        <source>By sensitivity: the dimensions that change the picture most around this point come first. Choose it again to measure anew.</source>
        <translation>按敏感度：在这一点附近最能改变图片的维度排在前面。再选一次会重新测量。</translation>
    </message>
    <message>
        <source>Show all, or 3, 10-20</source>
        <translation>全部，或 3, 10-20</translation>
    </message>
    <message>
        <source>Dimensions to show</source>
        <translation>显示哪些维度</translation>
    </message>
    <message>
        <source>Latent dimensions</source>
        <translation>潜在维度</translation>
    </message>
    <message>
        <source>Let it go back to its &amp;place</source>
        <translation>回到原位(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Pin on top</source>
        <translation>置顶(&amp;P)</translation>
    </message>
    <message>
        <source>Un&amp;lock</source>
        <translation>放开(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>锁定(&amp;L)</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>按编号</translation>
    </message>
    <message>
        <source>Numbers and ranges, such as 3, 10-20</source>
        <translation>编号和范围，如 3, 10-20</translation>
    </message>
    <message>
        <source>the number of dimensions</source>
        <translation>维数</translation>
    </message>
    <message>
        <source>a third of the number of dimensions</source>
        <translation>维数三分之一</translation>
    </message>
    <message>
        <source>Length of z</source>
        <translation>z 的长度</translation>
    </message>
    <message>
        <source>{norm:.2f}, typical is {shell:.1f}</source>
        <translation>{norm:.2f}，典型值 {shell:.1f}</translation>
    </message>
    <message>
        <source>Measuring the sensitivity to z</source>
        <translation>正在测量对 z 的敏感度</translation>
    </message>
    <message>
        <source>Sliders</source>
        <translation>滑块</translation>
    </message>
    <message>
        <source>Ra&amp;ndom point</source>
        <translation>随机点(&amp;N)</translation>
    </message>
    <message>
        <source>Next class</source>
        <translation>下一个类别</translation>
    </message>
    <message>
        <source>Previous class</source>
        <translation>上一个类别</translation>
    </message>
    <message>
        <source>A slider for each number of z, the point that the picture is made from</source>
        <translation>z 的每个数一个滑块，图片就由这一点画出</translation>
    </message>
    <message>
        <source>This generator has learned no classes</source>
        <translation>这个生成器没有学过类别</translation>
    </message>
    <message>
        <source>Look at another part of the map</source>
        <translation>看地图的另一部分</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>靠近</translation>
    </message>
    <message>
        <source>Look closer</source>
        <translation>靠近看</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>远离</translation>
    </message>
    <message>
        <source>Look from farther away</source>
        <translation>从远处看</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Look from far enough away to see everything</source>
        <translation>远到能看见全部</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>去</translation>
    </message>
    <message>
        <source>Go to the point in the middle</source>
        <translation>到中间的点</translation>
    </message>
    <message>
        <source>Drawing 2,000 points</source>
        <translation>正在画 2,000 个点</translation>
    </message>
    <message>
        <source>&amp;Draw map</source>
        <translation>画地图(&amp;D)</translation>
    </message>
    <message>
        <source>Make the pictures of 2,000 random points, with the edits that hold now</source>
        <translation>画出 2,000 个随机点的图片，带有现在的修改</translation>
    </message>
    <message>
        <source>Which random points</source>
        <translation>哪些随机点</translation>
    </message>
    <message>
        <source>Seed of the points</source>
        <translation>这些点的种子</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>显示全部(&amp;A)</translation>
    </message>
    <message>
        <source>Look from far enough away to see everything (Home)</source>
        <translation>远到能看见全部（Home）</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>A map of {origin}; draw it again to see what is open now.</source>
        <translation>这是{origin}的地图；重新画，看现在打开的。</translation>
    </message>
    <message>
        <source>go to a place on the map</source>
        <translation>到地图上的一处</translation>
    </message>
    <message>
        <source>Map of latent space</source>
        <translation>潜在空间的地图</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>A map of many random pictures, those that look alike close together</source>
        <translation>许多随机图片的地图，相似的在一起</translation>
    </message>
    <message>
        <source>the discriminator of this generator was not kept; choose another kind of closeness</source>
        <translation>这个生成器的判别器没有保存；请选另一种接近方式</translation>
    </message>
    <message>
        <source>Reading training pictures</source>
        <translation>正在读取训练图片</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <source>What close means</source>
        <translation>怎样算接近</translation>
    </message>
    <message>
        <source>&amp;Read training pictures</source>
        <translation>读取训练图片(&amp;R)</translation>
    </message>
    <message>
        <source>Nearest training pictures</source>
        <translation>最接近的训练图片</translation>
    </message>
    <message>
        <source>The closest of {count:,} training pictures. {explanation}{partly}</source>
        <translation>{count:,} 张训练图片中最接近的。{explanation}{partly}</translation>
    </message>
    <message>
        <source> Mind: {note}. A copy of any other picture does not show.</source>
        <translation>注意：{note}。如果抄袭的是其他图片，这里看不出来。</translation>
    </message>
    <message>
        <source>Training picture {index}, distance {distance:.3g}</source>
        <translation>第 {index} 张训练图片，距离 {distance:.3g}</translation>
    </message>
    <message>
        <source>Nearest real</source>
        <translation>最近的真实图片</translation>
    </message>
    <message>
        <source>Show &amp;nearest real pictures</source>
        <translation>显示最近的真实图片(&amp;N)</translation>
    </message>
    <message>
        <source>The training pictures that are closest to this one: is it a copy?</source>
        <translation>与这张最接近的训练图片：是抄袭吗？</translation>
    </message>
    <message>
        <source>Go along a direction; with Shift in larger steps</source>
        <translation>沿一个方向移动；按住 Shift 步子更大</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Go back to the middle of the square</source>
        <translation>回到方块的中间</translation>
    </message>
    <message>
        <source>Draw two other random directions, at right angles to each other</source>
        <translation>抽取另外两个互相垂直的随机方向</translation>
    </message>
    <message>
        <source>Open a model first.</source>
        <translation>请先打开一个模型。</translation>
    </message>
    <message>
        <source>Direction across</source>
        <translation>横向的方向</translation>
    </message>
    <message>
        <source>Direction up</source>
        <translation>纵向的方向</translation>
    </message>
    <message>
        <source>move on the pad</source>
        <translation>在平面上移动</translation>
    </message>
    <message>
        <source>Random {number}</source>
        <translation>随机 {number}</translation>
    </message>
    <message>
        <source>Dimension {number}</source>
        <translation>第 {number} 维</translation>
    </message>
    <message>
        <source>Latent pad</source>
        <translation>潜在平面</translation>
    </message>
    <message>
        <source>Drag, or use the arrow keys (with Shift: larger steps), to move along both directions at once. Double click, or Delete: to the middle.</source>
        <translation>拖动或用方向键（按住 Shift 步子更大），同时沿两个方向移动。双击或 Delete：回到中间。</translation>
    </message>
    <message>
        <source>{across:+.2f} across, {up:+.2f} up</source>
        <translation>横向 {across:+.2f}，纵向 {up:+.2f}</translation>
    </message>
    <message>
        <source>Two directions</source>
        <translation>两个方向</translation>
    </message>
    <message>
        <source>Move along two directions at once, on a square</source>
        <translation>在方块上同时沿两个方向移动</translation>
    </message>
    <message>
        <source>No keyframes yet. Go somewhere and add the point; two make a path.</source>
        <translation>还没有关键帧。到一个地方，把点加进来；两个就成一条路径。</translation>
    </message>
    <message>
        <source>Keyframes</source>
        <translation>关键帧</translation>
    </message>
    <message>
        <source>Click to go there, drag to reorder, Delete to take one out</source>
        <translation>点击就到那里，拖动改变顺序，Delete 取出一个</translation>
    </message>
    <message>
        <source>end</source>
        <translation>终点</translation>
    </message>
    <message>
        <source>take the chosen keyframe out of the path</source>
        <translation>把选中的关键帧从路径中取出</translation>
    </message>
    <message>
        <source>{low:.1f} to {high:.1f}, typical is {shell:.1f}</source>
        <translation>{low:.1f} 到 {high:.1f}，典型值为 {shell:.1f}</translation>
    </message>
    <message>
        <source>Length of z along the path</source>
        <translation>路径上 z 的长度</translation>
    </message>
    <message>
        <source>length of z</source>
        <translation>z 的长度</translation>
    </message>
    <message>
        <source>Circles (slerp)</source>
        <translation>圆（slerp）</translation>
    </message>
    <message>
        <source>Lines (lerp)</source>
        <translation>直线（lerp）</translation>
    </message>
    <message>
        <source>Even speed</source>
        <translation>匀速</translation>
    </message>
    <message>
        <source>Rest at each</source>
        <translation>每处停顿</translation>
    </message>
    <message>
        <source>Start slowly</source>
        <translation>慢起</translation>
    </message>
    <message>
        <source>End slowly</source>
        <translation>慢停</translation>
    </message>
    <message>
        <source>Write this path as MP4 or GIF</source>
        <translation>把这条路径写成 MP4 或 GIF</translation>
    </message>
    <message>
        <source>Move along the path, again and again</source>
        <translation>沿路径反复移动</translation>
    </message>
    <message>
        <source>Position on the path</source>
        <translation>路径上的位置</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Loo&amp;p</source>
        <translation>循环(&amp;P)</translation>
    </message>
    <message>
        <source>Go on from the last keyframe to the first</source>
        <translation>从最后一个关键帧接着到第一个</translation>
    </message>
    <message>
        <source>&amp;Add point</source>
        <translation>添加点(&amp;A)</translation>
    </message>
    <message>
        <source>Make the current point a keyframe, after the chosen one</source>
        <translation>把当前的点设为关键帧，放在选中的后面</translation>
    </message>
    <message>
        <source>Rem&amp;ove</source>
        <translation>移除(&amp;O)</translation>
    </message>
    <message>
        <source>Take the chosen keyframe out (Delete)</source>
        <translation>取出选中的关键帧（Delete）</translation>
    </message>
    <message>
        <source>Seconds from the chosen keyframe to the next</source>
        <translation>从选中的关键帧到下一个的秒数</translation>
    </message>
    <message>
        <source>How long the way from the chosen keyframe to the next takes</source>
        <translation>从选中的关键帧到下一个要多久</translation>
    </message>
    <message>
        <source>How keyframes are joined</source>
        <translation>关键帧怎样连接</translation>
    </message>
    <message>
        <source>How the speed changes between keyframes</source>
        <translation>关键帧之间速度怎样变化</translation>
    </message>
    <message>
        <source>add keyframe</source>
        <translation>添加关键帧</translation>
    </message>
    <message>
        <source>remove keyframe</source>
        <translation>移除关键帧</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>path by {mode}</source>
        <translation>路径用 {mode}</translation>
    </message>
    <message>
        <source>easing {easing}</source>
        <translation>缓动 {easing}</translation>
    </message>
    <message>
        <source>reorder keyframes</source>
        <translation>调整关键帧的顺序</translation>
    </message>
    <message>
        <source>close the path</source>
        <translation>闭合路径</translation>
    </message>
    <message>
        <source>open the path</source>
        <translation>断开路径</translation>
    </message>
    <message>
        <source>move along the path</source>
        <translation>沿路径移动</translation>
    </message>
    <message>
        <source>go to keyframe</source>
        <translation>到关键帧</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Add this point to the &amp;path</source>
        <translation>把这个点加到路径(&amp;P)</translation>
    </message>
    <message>
        <source>A journey through many points, to be played or filmed</source>
        <translation>经过许多点的旅程，可以播放或拍成影片</translation>
    </message>
    <message>
        <source>Loading the generator…</source>
        <translation>正在加载生成器…</translation>
    </message>
    <message>
        <source>Generated picture</source>
        <translation>生成的图片</translation>
    </message>
    <message>
        <source>cannot write {path}; choose another folder</source>
        <translation>无法写入 {path}；请选另一个文件夹</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>No picture has been drawn yet</source>
        <translation>还没有画出图片</translation>
    </message>
    <message>
        <source>&amp;Save picture…</source>
        <translation>保存图片(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Copy the picture</source>
        <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
        <source>What the generator draws</source>
        <translation>生成器画的图片</translation>
    </message>
    <message>
        <source>Write this z through the training as MP4 or GIF</source>
        <translation>把这个 z 在训练中的变化写成 MP4 或 GIF</translation>
    </message>
    <message>
        <source>Save f&amp;ilm…</source>
        <translation>保存影片(&amp;L)…</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最好</translation>
    </message>
    <message>
        <source>Contin&amp;ue from here</source>
        <translation>从这里继续(&amp;U)</translation>
    </message>
    <message>
        <source>Show another run beside this one, with the same z</source>
        <translation>在旁边显示另一次训练，用同一个 z</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>Another run…</source>
        <translation>另一次训练…</translation>
    </message>
    <message>
        <source>Compare with a training run</source>
        <translation>与一次训练比较</translation>
    </message>
    <message>
        <source>Which snapshot is the best is not known: this run was not measured, or not for long enough</source>
        <translation>不知道哪个快照最好：这次训练没有测量过，或时间不够</translation>
    </message>
    <message>
        <source>No full state of this run is kept, so training cannot go on from here</source>
        <translation>这次训练没有保存完整状态，不能从这里继续</translation>
    </message>
    <message>
        <source>&amp;Newest</source>
        <translation>最新(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Best</source>
        <translation>最好(&amp;B)</translation>
    </message>
    <message>
        <source>Show the newest snapshot; this one is the best: {best}</source>
        <translation>显示最新的快照；这个是最好的：{best}</translation>
    </message>
    <message>
        <source>Show the best snapshot, that of step {step:,}: {best}</source>
        <translation>显示最好的快照，第 {step:,} 步：{best}</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>Stop the run that is under way first</source>
        <translation>请先停止进行中的训练</translation>
    </message>
    <message>
        <source>Start a new run from step {step:,}, the nearest of which the full state is kept</source>
        <translation>从第 {step:,} 步开始一次新的训练，这是保存了完整状态的最近一步</translation>
    </message>
    <message>
        <source>Continue from here</source>
        <translation>从这里继续</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Choose the best of random variations and let them have children, again and again</source>
        <translation>选出最好的随机变体，让它们繁衍后代，一代又一代</translation>
    </message>
    <message>
        <source>Around this point</source>
        <translation>在这一点周围</translation>
    </message>
    <message>
        <source>Click, or press Return, to go to that point</source>
        <translation>点击或按回车到那一点</translation>
    </message>
    <message>
        <source>Ancestors</source>
        <translation>祖先</translation>
    </message>
    <message>
        <source>Where you came from, the latest first; click to go back</source>
        <translation>你从哪里来，最近的在前；点击返回</translation>
    </message>
    <message>
        <source>What the sheet shows</source>
        <translation>显示什么</translation>
    </message>
    <message>
        <source>The page before</source>
        <translation>前一页</translation>
    </message>
    <message>
        <source>Earlier page</source>
        <translation>前一页</translation>
    </message>
    <message>
        <source>Other ones</source>
        <translation>换一批</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>幅度(&amp;S)</translation>
    </message>
    <message>
        <source>How far the variations are away: near 0 hardly, 1 unrelated</source>
        <translation>变体离得多远：接近 0 几乎不变，1 毫不相干</translation>
    </message>
    <message>
        <source>breed</source>
        <translation>繁殖</translation>
    </message>
    <message>
        <source>go back to an ancestor</source>
        <translation>回到一个祖先</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>减少动画(&amp;M)</translation>
    </message>
    <message>
        <source>the cell in question, and the window over it</source>
        <translation>当前的格子，以及它上方的窗口</translation>
    </message>
    <message>
        <source>cells that take part</source>
        <translation>参与运算的格子</translation>
    </message>
    <message>
        <source>cells that are painted</source>
        <translation>被画到的格子</translation>
    </message>
    <message>
        <source>row {row}, column {column}: {value}</source>
        <translation>第 {row} 行，第 {column} 列：{value}</translation>
    </message>
    <message>
        <source>A transposed convolution &lt;b&gt;enlarges&lt;/b&gt;: it puts zeros between the cells of its input and around them, then convolves as usual, with the kernel turned by half a turn. Point at an output to see what it is made of.</source>
        <translation>转置卷积&lt;b&gt;放大&lt;/b&gt;：在输入的格子之间和四周放入零，再照常做卷积，卷积核旋转半圈。指向一个输出，看它由什么构成。</translation>
    </message>
    <message>
        <source>The same numbers the other way round: every input cell &lt;b&gt;stamps&lt;/b&gt; the kernel, multiplied by its value, onto the output, one stride from its neighbour. Point at an input cell to see what it paints.</source>
        <translation>同样的数反过来看：每个输入格子把卷积核乘上自己的值，&lt;b&gt;印&lt;/b&gt;到输出上，与相邻的印相隔一个步长。指向一个输入格子，看它画到哪里。</translation>
    </message>
    <message>
        <source>{start}&lt;b&gt;{made}&lt;/b&gt; &amp;nbsp;·&amp;nbsp; in the map: &lt;b&gt;{there}&lt;/b&gt; {mark}</source>
        <translation>{start}&lt;b&gt;{made}&lt;/b&gt; &amp;nbsp;·&amp;nbsp; 特征图中：&lt;b&gt;{there}&lt;/b&gt; {mark}</translation>
    </message>
    <message>
        <source>Largest difference to {reference} over the whole output: {found}</source>
        <translation>整个输出与 {reference} 的最大差别：{found}</translation>
    </message>
    <message>
        <source>The map holds values that are not finite.</source>
        <translation>特征图里有非有限的值。</translation>
    </message>
    <message>
        <source>{shares} from {count} input channels</source>
        <translation>{count} 个输入通道共 {shares}</translation>
    </message>
    <message>
        <source>{bias} bias</source>
        <translation>偏置 {bias}</translation>
    </message>
    <message>
        <source> and </source>
        <translation>和</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Zeros inserted</source>
        <translation>插入零</translation>
    </message>
    <message>
        <source>Padded</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Flipped kernel</source>
        <translation>翻转的核</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>From an output to what makes it: zero insertion and convolution</source>
        <translation>从输出看它由什么构成：插零与卷积</translation>
    </message>
    <message>
        <source>From an input cell to what it paints: stamps that add up</source>
        <translation>从输入格子看它画到哪里：印相加</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Play: step by step, from here on</source>
        <translation>播放：从这里起一步一步</translation>
    </message>
    <message>
        <source>One step on</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Gather</source>
        <translation>汇集</translation>
    </message>
    <message>
        <source>Scatter</source>
        <translation>散布</translation>
    </message>
    <message>
        <source>Kernel tap</source>
        <translation>核的位置</translation>
    </message>
    <message>
        <source>Flipped tap</source>
        <translation>翻转的位置</translation>
    </message>
    <message>
        <source>Row and column in the kernel as it is drawn in b: as it was learned</source>
        <translation>在 b 中所画的核里的行和列：学到的样子</translation>
    </message>
    <message>
        <source>Row and column in the kernel as it is drawn in d: turned by half a turn</source>
        <translation>在 d 中所画的核里的行和列：旋转半圈后</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>channel {channel}: {values}</source>
        <translation>通道 {channel}：{values}</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Stamp</source>
        <translation>印</translation>
    </message>
    <message>
        <source>Stamps added up</source>
        <translation>印相加</translation>
    </message>
    <message>
        <source>{kernel}: not flipped</source>
        <translation>{kernel}：不翻转</translation>
    </message>
    <message>
        <source>of all inputs</source>
        <translation>所有输入的</translation>
    </message>
    <message>
        <source>at every cell</source>
        <translation>每个格子</translation>
    </message>
    <message>
        <source>stride {stride} apart, {added}; overlaps add</source>
        <translation>相隔步长 {stride}，{added}；重叠处相加</translation>
    </message>
    <message>
        <source>bias added</source>
        <translation>加上偏置</translation>
    </message>
    <message>
        <source>{cut} cut off all around</source>
        <translation>四周各裁掉 {cut}</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>kernel × {maps:.4g}</source>
        <translation>核 × {maps:.4g}</translation>
    </message>
    <message>
        <source>Input cell</source>
        <translation>输入格子</translation>
    </message>
    <message>
        <source>Value x</source>
        <translation>值 x</translation>
    </message>
    <message>
        <source>Weight w</source>
        <translation>权重 w</translation>
    </message>
    <message>
        <source>all inputs</source>
        <translation>所有输入</translation>
    </message>
    <message>
        <source>{count} input channels, largest first</source>
        <translation>全部 {count} 个输入通道，份额最大的在前</translation>
    </message>
    <message>
        <source>Input channels by contribution</source>
        <translation>输入通道的贡献</translation>
    </message>
    <message>
        <source> from input channel {channel}</source>
        <translation>，来自输入通道 {channel}</translation>
    </message>
    <message>
        <source>1 product,</source>
        <translation>1 个乘积，即</translation>
    </message>
    <message>
        <source>{count} products, which sum to</source>
        <translation>{count} 个乘积，总和为</translation>
    </message>
    <message>
        <source>: no input cell reaches it</source>
        <translation>：没有输入格子到达</translation>
    </message>
    <message>
        <source>&lt;b&gt;Output {pixel}&lt;/b&gt;{many}{made}</source>
        <translation>&lt;b&gt;输出 {pixel}&lt;/b&gt;{many}{made}</translation>
    </message>
    <message>
        <source>&lt;b&gt;Input cell {cell}&lt;/b&gt;</source>
        <translation>&lt;b&gt;输入格子 {cell}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Input channels by the strength of their stamp, Σ |x · w|</source>
        <translation>输入通道的印的强度，Σ |x · w|</translation>
    </message>
    <message>
        <source>Input cell {cell} is x = &lt;b&gt;{x}&lt;/b&gt; and paints &lt;b&gt;{count}&lt;/b&gt; outputs; where stamps of neighbours overlap, the outputs add up.</source>
        <translation>输入格子 {cell} 的 x = &lt;b&gt;{x}&lt;/b&gt;，画到 &lt;b&gt;{count}&lt;/b&gt; 个输出；相邻的印重叠处，输出相加。</translation>
    </message>
    <message>
        <source>Output {pixel} = </source>
        <translation>输出 {pixel} = </translation>
    </message>
    <message>
        <source> of channel {channel}</source>
        <translation>，通道 {channel}</translation>
    </message>
    <message>
        <source>Gain of the selected channels</source>
        <translation>所选通道的增益</translation>
    </message>
    <message>
        <source>What the selected channels are multiplied by: 0 silences them, 1 changes nothing</source>
        <translation>所选通道乘以多少：0 为静音，1 不变</translation>
    </message>
    <message>
        <source>Point at a channel to see it here. P pins it, M mutes it, S mutes all the others.</source>
        <translation>指向一个通道，在这里查看。P 固定，M 静音，S 让其他全部静音。</translation>
    </message>
    <message>
        <source>{channel} of block {number}</source>
        <translation>块 {number} 的 {channel}</translation>
    </message>
    <message>
        <source>{name} of {block}</source>
        <translation>{block} 的 {name}</translation>
    </message>
    <message>
        <source>Unpin channel {channel} of {layer}</source>
        <translation>取消固定 {layer} 的通道 {channel}</translation>
    </message>
    <message>
        <source>Channel {channel}</source>
        <translation>通道 {channel}</translation>
    </message>
    <message>
        <source>effect {value} {effects}</source>
        <translation>{value}的作用 {effects}</translation>
    </message>
    <message>
        <source>The channels appear with the first picture.</source>
        <translation>有了第一张图片，通道就会出现。</translation>
    </message>
    <message>
        <source>without the changes</source>
        <translation>（不含改动）</translation>
    </message>
    <message>
        <source>in {origin}</source>
        <translation>在{origin}中</translation>
    </message>
    <message>
        <source>{caption}, sorted by the effects {whose}</source>
        <translation>{caption}，按作用排序{whose}</translation>
    </message>
    <message>
        <source>on the picture</source>
        <translation>对图片</translation>
    </message>
    <message>
        <source>Ranking channels</source>
        <translation>正在给通道排序</translation>
    </message>
    <message>
        <source>Whether the channels are enlarged to the size of the picture, and how</source>
        <translation>是否以及怎样把通道放大到图片的大小</translation>
    </message>
    <message>
        <source>Automatic: blue to red around 0 where values go below 0, viridis after ReLU</source>
        <translation>自动：有负值时以 0 为中心从蓝到红，ReLU 之后用 viridis</translation>
    </message>
    <message>
        <source>Which values the ends of the colour bar stand for</source>
        <translation>色条两端代表什么值</translation>
    </message>
    <message>
        <source>Native</source>
        <translation>原大小</translation>
    </message>
    <message>
        <source>Picture’s, nearest</source>
        <translation>图片大小，最近邻</translation>
    </message>
    <message>
        <source>Picture’s, bilinear</source>
        <translation>图片大小，双线性</translation>
    </message>
    <message>
        <source>Whole layer</source>
        <translation>整层</translation>
    </message>
    <message>
        <source>Each channel</source>
        <translation>各通道</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Variance</source>
        <translation>方差</translation>
    </message>
    <message>
        <source>Sparsity</source>
        <translation>稀疏度</translation>
    </message>
    <message>
        <source>Effect on picture</source>
        <translation>对图片的作用</translation>
    </message>
    <message>
        <source>The channels of the current z</source>
        <translation>当前 z 的通道</translation>
    </message>
    <message>
        <source>The channels of A, the first end of the interpolation</source>
        <translation>插值端点 A 的通道</translation>
    </message>
    <message>
        <source>The channels of B, the second end of the interpolation</source>
        <translation>插值端点 B 的通道</translation>
    </message>
    <message>
        <source>What the channels of B have more than those of A</source>
        <translation>B 的通道减去 A 的通道</translation>
    </message>
    <message>
        <source>Which block of the generator to look into</source>
        <translation>查看生成器的哪个块</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>块</translation>
    </message>
    <message>
        <source>Part of the block</source>
        <translation>块的部分</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Point in latent space</source>
        <translation>潜在空间中的点</translation>
    </message>
    <message>
        <source>&amp;Range</source>
        <translation>范围(&amp;R)</translation>
    </message>
    <message>
        <source>Lowest value</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Highest value</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>&amp;Block</source>
        <translation>块(&amp;B)</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>点</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>大小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>Sor&amp;t</source>
        <translation>排序(&amp;T)</translation>
    </message>
    <message>
        <source>How often each value occurs, from the channel&apos;s lowest to its highest; the line marks 0</source>
        <translation>每个值出现的频率，从通道的最小值到最大值；竖线标出 0</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Silence the selected channels, or let them sound again</source>
        <translation>让所选通道静音，或恢复</translation>
    </message>
    <message>
        <source>Solo</source>
        <translation>独奏</translation>
    </message>
    <message>
        <source>Silence all channels but the selected ones, or none</source>
        <translation>让所选之外的通道静音，或全部恢复</translation>
    </message>
    <message>
        <source>Keep the selected channels in view at the right</source>
        <translation>把所选通道固定在右边</translation>
    </message>
    <message>
        <source>Go to another channel; Home and End go to the first and the last</source>
        <translation>到另一个通道；Home 和 End 到第一个和最后一个</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>All channels of one layer of the generator, live</source>
        <translation>生成器一层的所有通道，实时显示</translation>
    </message>
    <message>
        <source>Which pictures does the discriminator see through? Have it judge {count:,} random points: those that it would keep stand beside those that it would turn away.</source>
        <translation>判别器能看穿哪些图片？让它评判 {count:,} 个随机点：它会留下的和会拒绝的并排显示。</translation>
    </message>
    <message>
        <source>With the bundled generators kept pictures are a little cleaner, and all together no closer to the real ones.</source>
        <translation>对自带的生成器，留下的图片略微干净一些，但整体并不更接近真实图片。</translation>
    </message>
    <message>
        <source>About how much of what is drawn is kept; the smaller, the pickier</source>
        <translation>画出的大约留下多少；越小越挑剔</translation>
    </message>
    <message>
        <source>{origin}, judged by a discriminator of {age}.</source>
        <translation>{origin}，由{age}的判别器评判。</translation>
    </message>
    <message>
        <source>&amp;Judge random points</source>
        <translation>评判随机点(&amp;J)</translation>
    </message>
    <message>
        <source>Draw their pictures, with the edits that hold now</source>
        <translation>画出它们的图片，带有现在的修改</translation>
    </message>
    <message>
        <source>&amp;Compare with real pictures</source>
        <translation>与真实图片比较(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>留下(&amp;K)</translation>
    </message>
    <message>
        <source>Kept, the best first</source>
        <translation>留下的，最好的在前</translation>
    </message>
    <message>
        <source>What the discriminator keeps, with its scores</source>
        <translation>判别器留下的图片及评分</translation>
    </message>
    <message>
        <source>Turned away, the worst first</source>
        <translation>拒绝的，最差的在前</translation>
    </message>
    <message>
        <source>What the discriminator does not keep</source>
        <translation>判别器没有留下的图片</translation>
    </message>
    <message>
        <source>unknown age</source>
        <translation>未知步数</translation>
    </message>
    <message>
        <source>step {step:,}</source>
        <translation>第 {step:,} 步</translation>
    </message>
    <message>
        <source>{told} That one has learned to see through pictures of its own step, not these.</source>
        <translation>{told}它学会看穿的是它那一步的图片，不是这些。</translation>
    </message>
    <message>
        <source>{told} Mind: {note}.</source>
        <translation>{told}注意：{note}。</translation>
    </message>
    <message>
        <source>{told} Something has changed since; judge again.</source>
        <translation>{told}之后有了变化；请重新评判。</translation>
    </message>
    <message>
        <source>go to a picture that D keeps</source>
        <translation>到一张 D 留下的图片</translation>
    </message>
    <message>
        <source>go to a picture that D turns away</source>
        <translation>到一张 D 拒绝的图片</translation>
    </message>
    <message>
        <source>score {text}; click, or press Return, to go to this point</source>
        <translation>评分 {text}；点击或按回车到这一点</translation>
    </message>
    <message>
        <source>Picture with a score of {text}</source>
        <translation>评分为 {text} 的图片</translation>
    </message>
    <message>
        <source>, the first {shown}</source>
        <translation>，前 {shown} 张</translation>
    </message>
    <message>
        <source>{title}: {count:,} of {total:,}{first}</source>
        <translation>{title}：{total:,} 中的 {count:,}{first}</translation>
    </message>
    <message>
        <source>Scores of generated and of real pictures</source>
        <translation>生成图片与真实图片的评分</translation>
    </message>
    <message>
        <source>line at a score of {score:.2f}</source>
        <translation>竖线在评分 {score:.2f}</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>real</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>What D turns away</source>
        <translation>D 的拒绝</translation>
    </message>
    <message>
        <source>Let &amp;D choose random points</source>
        <translation>让 D 选随机点(&amp;D)</translation>
    </message>
    <message>
        <source>Random pictures that the discriminator would keep, and those that it would not: what does it see?</source>
        <translation>判别器会留下和会拒绝的随机图片：它看到了什么？</translation>
    </message>
    <message>
        <source>Probability that the picture is real, as the discriminator sees it</source>
        <translation>判别器认为图片真实的概率</translation>
    </message>
    <message>
        <source>How likely the discriminator takes the picture for a real one, and the score (logit) that this follows from: above 0 is real. Its BatchNorm uses running statistics here; in training it used those of batches.</source>
        <translation>判别器认为图片有多大可能是真实的，以及推出它的评分（logit）：大于 0 为真。这里它的 BatchNorm 用运行统计量；训练时用的是批的统计量。</translation>
    </message>
    <message>
        <source>How the score changes with each pixel: red, brighter is more real; blue, darker is more real</source>
        <translation>评分怎样随每个像素变化：红色处变亮更真，蓝色处变暗更真</translation>
    </message>
    <message>
        <source>Guided backpropagation, as in the DCGAN paper: gradients pass a unit only where it is active and they themselves are above 0, which leaves the parts of the picture that speak for it</source>
        <translation>引导反向传播，如 DCGAN 论文：梯度只在单元激活且梯度大于 0 时通过，剩下的就是图片中支持“真实”的部分</translation>
    </message>
    <message>
        <source>Block {number} · {stage}</source>
        <translation>块 {number} · {stage}</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Layer of the discriminator</source>
        <translation>判别器的层</translation>
    </message>
    <message>
        <source>Which layer of the discriminator to look into, from the picture to the score</source>
        <translation>查看判别器的哪一层，从图片到评分</translation>
    </message>
    <message>
        <source>The channels appear with the first opinion.</source>
        <translation>有了第一次评判，通道就会出现。</translation>
    </message>
    <message>
        <source>The discriminator takes the picture for real by {percent:.0f}%</source>
        <translation>判别器认为图片真实的可能性为 {percent:.0f}%</translation>
    </message>
    <message>
        <source>score {logit}</source>
        <translation>评分 {logit}</translation>
    </message>
    <message>
        <source>discriminator of step {step:,}, like the generator</source>
        <translation>第 {step:,} 步的判别器，与生成器相同</translation>
    </message>
    <message>
        <source>discriminator of step {step:,}, generator of step {shown:,}</source>
        <translation>第 {step:,} 步的判别器，第 {shown:,} 步的生成器</translation>
    </message>
    <message>
        <source>of step {step:,}</source>
        <translation>第 {step:,} 步</translation>
    </message>
    <message>
        <source>Gradient of the score: brighter is more real where red, less where blue</source>
        <translation>评分的梯度：红色处越亮越真，蓝色处越亮越不真</translation>
    </message>
    <message>
        <source>Guided backpropagation: what speaks for real is red</source>
        <translation>引导反向传播：支持“真实”的是红色</translation>
    </message>
    <message>
        <source>discriminator that was imported with the generator</source>
        <translation>与生成器一起导入的判别器</translation>
    </message>
    <message>
        <source>discriminator of unknown age</source>
        <translation>未知步数的判别器</translation>
    </message>
    <message>
        <source>this generator is a file on its own: it does not belong to a run that keeps a discriminator, and none was imported with it</source>
        <translation>这个生成器是单独的文件：不属于保存了判别器的训练，也没有一起导入判别器</translation>
    </message>
    <message>
        <source>Discriminator</source>
        <translation>判别器</translation>
    </message>
    <message>
        <source>What the other network makes of the picture: real or generated, and why</source>
        <translation>另一个网络怎样看这张图片：真实还是生成，为什么</translation>
    </message>
    <message>
        <source>Paint on the picture where the chosen edit holds; the right button rubs out. The picture is large until this is pressed again</source>
        <translation>在图片上涂出选中的修改起作用的地方；右键擦除。再按一次之前图片会放大</translation>
    </message>
    <message>
        <source>No edits yet. Mute, solo or amplify channels in the Channels panel, or type one below.</source>
        <translation>还没有修改。在“通道”面板让通道静音、独奏或放大，或在下面输入一个。</translation>
    </message>
    <message>
        <source>block2:17=0 mutes a channel, block2:3,5-9=1.5 amplifies some, block2:*-17=0 leaves one, @0,0,0.5,1 at the end limits an edit to the left half; the command line&apos;s --edit takes the same</source>
        <translation>block2:17=0 使一个通道静音，block2:3,5-9=1.5 放大几个，block2:*-17=0 只留一个，末尾的 @0,0,0.5,1 把修改限制在左半边；命令行的 --edit 写法相同</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>With the edits</source>
        <translation>带有修改</translation>
    </message>
    <message>
        <source>Without any edit</source>
        <translation>没有任何修改</translation>
    </message>
    <message>
        <source>How much each pixel changes, in grey levels from 0 to 255, as a mean over its colours: from black, not at all, to the largest change there is</source>
        <translation>每个像素改变多少，以 0 到 255 的灰度级计，取各颜色的平均：黑色表示不变，直到最大的改变</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Re&amp;gion</source>
        <translation>区域(&amp;G)</translation>
    </message>
    <message>
        <source>Ever&amp;ywhere</source>
        <translation>全部区域(&amp;Y)</translation>
    </message>
    <message>
        <source>Let the chosen edit hold on the whole map again</source>
        <translation>让选中的修改重新作用于整张图</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>What the channels are multiplied by: 0 mutes them, 1 changes nothing</source>
        <translation>通道乘以多少：0 为静音，1 不变</translation>
    </message>
    <message>
        <source>Gain, typed</source>
        <translation>增益（输入）</translation>
    </message>
    <message>
        <source>An edit as text</source>
        <translation>以文字写修改</translation>
    </message>
    <message>
        <source>Copy all edits as options of the command line</source>
        <translation>把所有修改复制为命令行选项</translation>
    </message>
    <message>
        <source>Cle&amp;ar</source>
        <translation>清空(&amp;A)</translation>
    </message>
    <message>
        <source>Remove all edits</source>
        <translation>移除所有修改</translation>
    </message>
    <message>
        <source>New edit as te&amp;xt</source>
        <translation>以文字写新的修改(&amp;X)</translation>
    </message>
    <message>
        <source>after</source>
        <translation>后</translation>
    </message>
    <message>
        <source>before</source>
        <translation>前</translation>
    </message>
    <message>
        <source>Picture {name} editing</source>
        <translation>修改{name}的图片</translation>
    </message>
    <message>
        <source>Change, up to {largest} of 255</source>
        <translation>改变，最大 {largest}（共 255）</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>没有改变</translation>
    </message>
    <message>
        <source>Remove the chosen edit</source>
        <translation>移除选中的修改</translation>
    </message>
    <message>
        <source>Remove all &amp;edits of channels</source>
        <translation>移除对通道的所有修改(&amp;E)</translation>
    </message>
    <message>
        <source>Mute or amplify channels and see what that does to the picture</source>
        <translation>让通道静音或放大，看图片怎样变化</translation>
    </message>
    <message>
        <source>No channel is edited</source>
        <translation>没有修改任何通道</translation>
    </message>
    <message>
        <source>The arithmetic appears with the first picture.</source>
        <translation>有了第一张图片，运算过程就会出现。</translation>
    </message>
    <message>
        <source>{block} has no transposed convolution to look into, but a {operation}. Choose a block that has one, or try one out in the Playground.</source>
        <translation>{block}没有可以查看的转置卷积，而是{operation}。请选有转置卷积的块，或在“练习场”里试一个。</translation>
    </message>
    <message>
        <source>Whose transposed convolution to look into</source>
        <translation>查看哪个块的转置卷积</translation>
    </message>
    <message>
        <source>Input channel</source>
        <translation>输入通道</translation>
    </message>
    <message>
        <source>Which of its input maps is shown</source>
        <translation>显示哪张输入特征图</translation>
    </message>
    <message>
        <source>Output channel</source>
        <translation>输出通道</translation>
    </message>
    <message>
        <source>Which of its output maps is made</source>
        <translation>算哪张输出特征图</translation>
    </message>
    <message>
        <source>Fill i&amp;n</source>
        <translation>逐步填入(&amp;N)</translation>
    </message>
    <message>
        <source>Show only what has been worked out up to here</source>
        <translation>只显示到这里为止算出的</translation>
    </message>
    <message>
        <source>&amp;Input</source>
        <translation>输入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Output</source>
        <translation>输出(&amp;O)</translation>
    </message>
    <message>
        <source>0 to {count}</source>
        <translation>0 到 {count}</translation>
    </message>
    <message>
        <source>Go to another cell; Home and End go to the first and the last</source>
        <translation>到另一个格子；Home 和 End 到第一个和最后一个</translation>
    </message>
    <message>
        <source>How it is made</source>
        <translation>怎样算出</translation>
    </message>
    <message>
        <source>One transposed convolution of the generator, number by number</source>
        <translation>生成器的一个转置卷积，一个数一个数地看</translation>
    </message>
    <message>
        <source>Value at row {row}, column {column}</source>
        <translation>第 {row} 行第 {column} 列的值</translation>
    </message>
    <message>
        <source>Type a number into the cell, where it is one of yours</source>
        <translation>在可以修改的格子里输入一个数</translation>
    </message>
    <message>
        <source>Double-click a cell of a or d to type a number.</source>
        <translation>双击 a 或 d 的格子输入一个数。</translation>
    </message>
    <message>
        <source>Double-click a cell of a or b to type a number.</source>
        <translation>双击 a 或 b 的格子输入一个数。</translation>
    </message>
    <message>
        <source>Overlaps</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>stamps on each output: {fewest} to {most}</source>
        <translation>每个输出上的印：{fewest} 到 {most}</translation>
    </message>
    <message>
        <source>all {most}</source>
        <translation>都是 {most}</translation>
    </message>
    <message>
        <source>&amp;Kernel</source>
        <translation>核(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Stride</source>
        <translation>步长(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Padding</source>
        <translation>填充(&amp;P)</translation>
    </message>
    <message>
        <source>O&amp;ut. pad.</source>
        <translation>输出填充(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Dilation</source>
        <translation>膨胀(&amp;D)</translation>
    </message>
    <message>
        <source>Input side</source>
        <translation>输入边长</translation>
    </message>
    <message>
        <source>Kernel side</source>
        <translation>核边长</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Output padding</source>
        <translation>输出填充</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>膨胀</translation>
    </message>
    <message>
        <source>Input side: rows and columns of the input</source>
        <translation>输入边长：输入的行数和列数</translation>
    </message>
    <message>
        <source>Rows and columns of the kernel</source>
        <translation>核的行数和列数</translation>
    </message>
    <message>
        <source>How far stamps are apart; stride − 1 zeros come between input cells</source>
        <translation>印相隔多远；输入格子之间放步长 − 1 个零</translation>
    </message>
    <message>
        <source>How many rows and columns are cut off the output on every side</source>
        <translation>输出每边裁掉多少行和列</translation>
    </message>
    <message>
        <source>Output padding: how many rows and columns more there are below and on the right</source>
        <translation>输出填充：下边和右边多出多少行和列</translation>
    </message>
    <message>
        <source>How far the kernel&apos;s taps are apart</source>
        <translation>核的各个位置相隔多远</translation>
    </message>
    <message>
        <source>Input &amp;numbers</source>
        <translation>输入的数(&amp;N)</translation>
    </message>
    <message>
        <source>Kernel nu&amp;mbers</source>
        <translation>核的数(&amp;M)</translation>
    </message>
    <message>
        <source>&lt;b&gt;Output side&lt;/b&gt;&lt;br&gt;(i − 1) s − 2 p + d (k − 1) + o + 1&lt;br&gt;= {side}</source>
        <translation>&lt;b&gt;输出边长&lt;/b&gt;&lt;br&gt;(i − 1) s − 2 p + d (k − 1) + o + 1&lt;br&gt;= {side}</translation>
    </message>
    <message>
        <source>kernel {kernel}, stride {stride}, padding {padding}</source>
        <translation>核 {kernel}，步长 {stride}，填充 {padding}</translation>
    </message>
    <message>
        <source>Preset {title}</source>
        <translation>预设 {title}</translation>
    </message>
    <message>
        <source>Fill the input with</source>
        <translation>用什么填输入</translation>
    </message>
    <message>
        <source>Fill the kernel with</source>
        <translation>用什么填核</translation>
    </message>
    <message>
        <source>Other even ways from {side} to {output}: {names}.</source>
        <translation>从 {side} 到 {output} 的其他均匀做法：{names}。</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>练习场</translation>
    </message>
    <message>
        <source>A transposed convolution of your own numbers</source>
        <translation>用你自己的数做转置卷积</translation>
    </message>
    <message>
        <source>The blocks of the generator appear when a model is open.</source>
        <translation>打开模型后，生成器的块就会出现。</translation>
    </message>
    <message>
        <source>Generator, from z to the picture</source>
        <translation>生成器，从 z 到图片</translation>
    </message>
    <message>
        <source>
and a class</source>
        <translation>和类别</translation>
    </message>
    <message>
        <source>{z_dim} numbers</source>
        <translation>{z_dim} 个数</translation>
    </message>
    <message>
        <source>latent vector
from the sliders{told}</source>
        <translation>潜在向量
来自滑块{told}</translation>
    </message>
    <message>
        <source>The {z_dim} numbers that the picture is made from; blue is below 0, red above</source>
        <translation>画图片用的 {z_dim} 个数；蓝色小于 0，红色大于 0</translation>
    </message>
    <message>
        <source>its channels</source>
        <translation>它的各个通道</translation>
    </message>
    <message>
        <source>the first {count} channels</source>
        <translation>前 {count} 个通道</translation>
    </message>
    <message>
        <source>{block} The picture shows {shown}.</source>
        <translation>{block}图片显示{shown}。</translation>
    </message>
    <message>
        <source>Show what the blocks hold after the convolution, after BatchNorm or after the activation</source>
        <translation>显示块在卷积之后、BatchNorm 之后或激活之后的内容</translation>
    </message>
    <message>
        <source>This generator has no BatchNorm, so its pictures do not depend on any statistics</source>
        <translation>这个生成器没有 BatchNorm，图片不取决于任何统计量</translation>
    </message>
    <message>
        <source>Part of the blocks that is shown</source>
        <translation>显示块的哪一部分</translation>
    </message>
    <message>
        <source>Running statistics</source>
        <translation>运行统计量</translation>
    </message>
    <message>
        <source>Another batch</source>
        <translation>换一批</translation>
    </message>
    <message>
        <source>The same z among other random ones: a different picture</source>
        <translation>同一个 z 与另一些随机的 z 同批：图片不同</translation>
    </message>
    <message>
        <source>Why another picture?</source>
        <translation>为什么图片变了？</translation>
    </message>
    <message>
        <source>A batch of {size}</source>
        <translation>一批 {size} 张</translation>
    </message>
    <message>
        <source>BatchNorm by</source>
        <translation>BatchNorm 用</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>生成器</translation>
    </message>
    <message>
        <source>All blocks from z to the picture at a glance</source>
        <translation>从 z 到图片的所有块，一目了然</translation>
    </message>
    <message>
        <source>Trace a pixel</source>
        <translation>追踪像素</translation>
    </message>
    <message>
        <source>&amp;Trace this pixel</source>
        <translation>追踪这个像素(&amp;T)</translation>
    </message>
    <message>
        <source>Which channels one pixel of the picture owes its value to</source>
        <translation>图片的一个像素由哪些通道构成</translation>
    </message>
    <message>
        <source>{title}: channels by their share of the pixel</source>
        <translation>{title}：通道在像素中的份额</translation>
    </message>
    <message>
        <source>The shares of all its channels, and what biases and BatchNorm shifts of later layers add</source>
        <translation>所有通道的份额，以及后面各层的偏置和 BatchNorm 移位所加的</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>All {count} {what} by share</source>
        <translation>全部 {count} 个{what}，按份额</translation>
    </message>
    <message>
        <source>{shares} + {offset} shifts
= {sum}</source>
        <translation>{shares} + {offset} 移位
= {sum}</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Channel {channel}, the framed part has an effect on the pixel</source>
        <translation>通道 {channel}，方框内的部分影响这个像素</translation>
    </message>
    <message>
        <source>each number reaches every pixel</source>
        <translation>每个数都影响每个像素</translation>
    </message>
    <message>
        <source>sees {field}</source>
        <translation>看到{field}</translation>
    </message>
    <message>
        <source>Click a pixel, here or in the Picture panel. Frames show what it &lt;b&gt;sees&lt;/b&gt; of each layer: nothing outside can change it. Its value{before} is exactly the sum of the shares of one layer&apos;s channels and of what later shifts add.</source>
        <translation>在这里或“图片”面板点击一个像素。方框是它在每层&lt;b&gt;看到&lt;/b&gt;的部分：其外的一切都不能改变它。它的值{before}正好等于一层各通道的份额与后面移位所加之和。</translation>
    </message>
    <message>
        <source>Pixel {pixel}: &lt;b&gt;{value}&lt;/b&gt;{before}</source>
        <translation>像素 {pixel}：&lt;b&gt;{value}&lt;/b&gt;{before}</translation>
    </message>
    <message>
        <source>Block {number} · {shape}</source>
        <translation>块 {number} · {shape}</translation>
    </message>
    <message>
        <source>{text}, mean over colours{more}</source>
        <translation>{text}，各颜色{more}的平均</translation>
    </message>
    <message>
        <source>{text}, {value} after</source>
        <translation>{text}，之后为 {value}</translation>
    </message>
    <message>
        <source> before {last}</source>
        <translation>（{last} 之前）</translation>
    </message>
    <message>
        <source>z · {z_dim} numbers</source>
        <translation>z · {z_dim} 个数</translation>
    </message>
    <message>
        <source>The picture appears when a model is open.</source>
        <translation>打开模型后，图片就会出现。</translation>
    </message>
    <message>
        <source>Picture; click a pixel, or move with the arrow keys</source>
        <translation>图片；点击一个像素，或用方向键移动</translation>
    </message>
    <message>
        <source>&lt;b&gt;Picture&lt;/b&gt;</source>
        <translation>&lt;b&gt;图片&lt;/b&gt;</translation>
    </message>
    <message>
        <source> before tanh</source>
        <translation>（tanh 之前）</translation>
    </message>
    <message>
        <source> and opacity</source>
        <translation>与不透明度</translation>
    </message>
    <message>
        <source>Point at a channel, or move with the arrow keys, to read its values.</source>
        <translation>指向一个通道，或用方向键移动，查看它的值。</translation>
    </message>
    <message>
        <source>Channels of the layer</source>
        <translation>这一层的通道</translation>
    </message>
    <message>
        <source>Colours from {low} to {high}</source>
        <translation>颜色从 {low} 到 {high}</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>各通道的最小值</translation>
    </message>
    <message>
        <source>highest of each channel</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>The last</source>
        <translation>最后一个</translation>
    </message>
    <message>
        <source>This</source>
        <translation>这个</translation>
    </message>
    <message>
        <source>{which} block has no {missing}</source>
        <translation>{which}块没有{missing}</translation>
    </message>
    <message>
        <source>After: {explanation}</source>
        <translation>在此之后：{explanation}</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Enlargement</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Block {number}</source>
        <translation>块 {number}</translation>
    </message>
    <message>
        <source>{in_shape} become {shape}: {first}{after}.</source>
        <translation>{in_shape}变成{shape}：{first}{after}。</translation>
    </message>
    <message>
        <source>Channel {index}: min {low}, max {high}, mean {mean}, {zeros}% zeros{note}</source>
        <translation>通道 {index}：最小 {low}，最大 {high}，均值 {mean}，{zeros}% 为零{note}</translation>
    </message>
    <message>
        <source>{share:.0f}% zeros</source>
        <translation>{share:.0f}% 为零</translation>
    </message>
    <message>
        <source>{low}, {zeros}
mean {mean} ± {deviation}</source>
        <translation>{low}，{zeros}
均值 {mean} ± {deviation}</translation>
    </message>
    <message>
        <source>{place}: {who} {text}{where}</source>
        <translation>{place}：{who} {text}{where}</translation>
    </message>
    <message>
        <source>{channels} channels of {height} × {width}</source>
        <translation>{channels} 个 {height} × {width} 的通道</translation>
    </message>
    <message>
        <source>{channels} numbers</source>
        <translation>{channels} 个数</translation>
    </message>
    <message>
        <source>{title} · picture</source>
        <translation>{title} · 图片</translation>
    </message>
    <message>
        <source>, then {rest}</source>
        <translation>，然后是{rest}</translation>
    </message>
    <message>
        <source>, enlarged to {height} × {width}</source>
        <translation>，放大到 {height} × {width}</translation>
    </message>
    <message>
        <source>Channel {index}: no finite value</source>
        <translation>通道 {index}：没有有限的值</translation>
    </message>
    <message>
        <source>, {lost} not finite</source>
        <translation>，{lost} 个非有限</translation>
    </message>
    <message>
        <source>no finite value</source>
        <translation>没有有限的值</translation>
    </message>
    <message>
        <source>{low}
mean {mean}</source>
        <translation>{low}
均值 {mean}</translation>
    </message>
    <message>
        <source>, in a region</source>
        <translation>，限于一个区域</translation>
    </message>
    <message>
        <source>{place}: {listed} alone{where}</source>
        <translation>{place}：只留 {listed}{where}</translation>
    </message>
    <message>
        <source>all channels</source>
        <translation>所有通道</translation>
    </message>
    <message>
        <source>, enlarged before</source>
        <translation>，先放大</translation>
    </message>
    <message>
        <source>, enlarged after</source>
        <translation>，后放大</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names}和{last}</translation>
    </message>
    <message>
        <source>linear
from {count} numbers</source>
        <translation>线性
由 {count} 个数</translation>
    </message>
    <message>
        <source>transposed conv{block}
kernel {kernel} · stride {stride}{more}</source>
        <translation>转置卷积{block}
核 {kernel} · 步长 {stride}{more}</translation>
    </message>
    <message>
        <source>{name}
kernel {kernel} · stride {stride}</source>
        <translation>{name}
核 {kernel} · 步长 {stride}</translation>
    </message>
    <message>
        <source>{kind}
at {path}</source>
        <translation>{kind}
位于 {path}</translation>
    </message>
    <message>
        <source>nothing behind it</source>
        <translation>后面没有别的</translation>
    </message>
    <message>
        <source>all but {listed}</source>
        <translation>{listed} 之外的全部</translation>
    </message>
    <message>
        <source>a linear layer</source>
        <translation>一个线性层</translation>
    </message>
    <message>
        <source>a {kind} ({numbers})</source>
        <translation>一个{kind}（{numbers}）</translation>
    </message>
    <message>
        <source>an enlargement to {side} × {side} ({how})</source>
        <translation>放大到 {side} × {side}（{how}）</translation>
    </message>
    <message>
        <source>
output padding {output_padding}</source>
        <translation>
输出填充 {output_padding}</translation>
    </message>
    <message>
        <source>conv{block}</source>
        <translation>卷积{block}</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>the last layer of {source} has no weights that paint</source>
        <translation>{source} 的最后一层没有用来画图的权重</translation>
    </message>
    <message>
        <source>Brushes of linear layers</source>
        <translation>线性层的笔刷</translation>
    </message>
    <message>
        <source>Kernels of convolutions</source>
        <translation>卷积的核</translation>
    </message>
    <message>
        <source>Each number of the last hidden layer paints with a brush as large as the picture. No pixel moves another along: neighbours are neighbours only if all brushes happen to agree.</source>
        <translation>最后一个隐藏层的每个数用一支与图片一样大的笔刷来画。像素之间互不影响：只有所有笔刷碰巧一致，相邻的像素才彼此相配。</translation>
    </message>
    <message>
        <source>Each map stamps its kernel at every place, so what is learned at one is known at all of them, and neighbouring pixels are made together.</source>
        <translation>每张特征图在每个位置都印上它的核，所以在一处学到的处处都会，相邻的像素也一起画出。</translation>
    </message>
    <message>
        <source>the {shown} strongest of {count:,}</source>
        <translation>{count:,} 个中最强的 {shown} 个</translation>
    </message>
    <message>
        <source>{weights:,} weights, each used once: {count:,} for every one of {height} × {width} pixels, shared with no other. Shown: {shown}{where}.</source>
        <translation>{weights:,} 个权重，每个只用一次：{height} × {width} 个像素各有 {count:,} 个，不与其他像素共用。显示{where}：{shown}。</translation>
    </message>
    <message>
        <source>{weights:,} weights in {count:,} kernels of {height} × {width}, each used at {places:,} places: every pixel is made by the same ones. Shown: {shown}.</source>
        <translation>{weights:,} 个权重，在 {count:,} 个 {height} × {width} 的核里，每个用于 {places:,} 个位置：所有像素都由同一些权重画出。显示：{shown}。</translation>
    </message>
    <message>
        <source> for pixel {pixel}, {pixel2}</source>
        <translation>（像素 {pixel}, {pixel2}）</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>What a pixel depends on: a fully connected generator beside a convolutional one</source>
        <translation>一个像素取决于什么：全连接的生成器与卷积的生成器并排</translation>
    </message>
    <message>
        <source>Reading the weights…</source>
        <translation>正在读取权重…</translation>
    </message>
    <message>
        <source>The last layer of the open generator has no weights of either kind, so there is nothing to set side by side.</source>
        <translation>打开的生成器的最后一层两种权重都没有，没有什么可以并排比较。</translation>
    </message>
    <message>
        <source>No fully connected generator is at hand. Two networks on the Train page trains one beside a DCGAN; open either of the two, and both stand here.</source>
        <translation>手边没有全连接的生成器。“训练”页的“两个网络”会在 DCGAN 旁边训练一个；打开两者之一，两个就都在这里。</translation>
    </message>
    <message>
        <source>No convolutional generator is at hand.</source>
        <translation>手边没有卷积的生成器。</translation>
    </message>
    <message>
        <source>&amp;Train both…</source>
        <translation>训练两者(&amp;T)…</translation>
    </message>
    <message>
        <source>Show Two networks on the Train page</source>
        <translation>显示“训练”页的“两个网络”</translation>
    </message>
    <message>
        <source>Reading the weights</source>
        <translation>正在读取权重</translation>
    </message>
    <message>
        <source>{name} (open)</source>
        <translation>{name}（打开的）</translation>
    </message>
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
        <source>[BatchNorm](term:batchnorm) stands behind most convolutions of a DCGAN; *{model}* has {norms} of them in its generator. Below are the [channels](term:feature-map) of a block as the convolution gives them.</source>
        <translation>DCGAN 的大多数卷积后面都有 [BatchNorm](term:batchnorm)；*{model}* 的生成器里有 {norms} 个。下面是一个块的各个[通道](term:feature-map)，卷积刚算出来时的样子。</translation>
    </message>
    <message>
        <source>While it learns, mean and variance are those of the batch at hand. A trained generator uses running averages of them, so that a z has one picture. You can have it use a batch again, with other random z as neighbours.</source>
        <translation>训练时，均值和方差取自当前这一批。训练好的生成器改用它们的滑动平均，所以一个 z 只有一张图片。你可以让它重新按一批来算，这一批里的其他 z 是随机的。</translation>
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
        <source>Less: the larger the batch, the nearer its mean and variance are to those of all pictures. That is why very small batches make training unsteady.</source>
        <translation>更小：批越大，它的均值和方差就越接近所有图片的。所以批太小时，训练会不稳定。</translation>
    </message>
    <message>
        <source>The DCGAN paper (Radford et al. 2016) names BatchNorm among what makes deep generators learn at all: without it theirs collapsed to a single picture. It leaves it out in two places, G&apos;s last layer and D&apos;s first, where the colours of a picture have to stay what they are.</source>
        <translation>DCGAN 论文（Radford 等，2016）说，正是 BatchNorm 等方法让深的生成器能够学起来：没有它，他们的生成器只会画同一张图。有两处不用它：G 的最后一层和 D 的第一层，因为图片的颜色在那里必须保持原样。</translation>
    </message>
    <message>
        <source>Why BatchNorm matters</source>
        <translation>为什么需要 BatchNorm</translation>
    </message>
    <message>
        <source>What does BatchNorm do with the numbers of a channel?</source>
        <translation>BatchNorm 对一个通道里的数做什么？</translation>
    </message>
    <message>
        <source>The same z in a batch of 4: what happens to its picture?</source>
        <translation>同一个 z 放进 4 张一批：它的图片会怎样？</translation>
    </message>
    <message>
        <source>Choose **A batch of 4** under *BatchNorm by*, and press **Another batch**.</source>
        <translation>在 *BatchNorm 用* 下选 **一批 4 张**，再按 **换一批**。</translation>
    </message>
    <message>
        <source>How much does the picture depend on its neighbours in a batch of 64?</source>
        <translation>64 张一批时，图片受同批其他图片的影响有多大？</translation>
    </message>
    <message>
        <source>Choose **A batch of 64**.</source>
        <translation>选 **一批 64 张**。</translation>
    </message>
    <message>
        <source>One z, one picture again. If a file that somebody else trained gives bad pictures, its running statistics may be of no use: then a batch is the way out.</source>
        <translation>一个 z 又只对应一张图片了。如果别人训练的文件画出的图很差，可能是它的运行统计量没有用：这时按一批来算就行。</translation>
    </message>
    <message>
        <source>It brings them to a common mean and spread</source>
        <translation>使它们的均值和方差一致</translation>
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
        <source>Choose **Running statistics** again.</source>
        <translation>重新选 **运行统计量**。</translation>
    </message>
    <message>
        <source>[Padding](term:padding) is a confusing word here. In an ordinary convolution it adds a border to the input.</source>
        <translation>[填充](term:padding)这个词在这里容易误解。在普通卷积中，它给输入加一圈边。</translation>
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
        <source>20 − 2 + 10 = 28, and 5 divides 10: no checkerboard. Point at a cell of the output to see which input cells make it. A step this large has to draw details from 25 numbers a map, so generators take several.</source>
        <translation>20 − 2 + 10 = 28，而且 5 整除 10：没有棋盘格。指向输出的一个格子，看它由哪些输入格子算出。这么大的一步，每张图只有 25 个数却要画出细节，所以生成器要分几步走。</translation>
    </message>
    <message>
        <source>This is the generator that is open, *{model}*. Its first block turns z into {first_shape}: so many [feature maps](term:feature-map) of that size.</source>
        <translation>这是打开的生成器 *{model}*。它的第一个块把 z 变成 {first_shape}：那么多张、那么大的[特征图](term:feature-map)。</translation>
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
        <source>How large does the output get with stride 2?</source>
        <translation>步长为 2 时，输出有多大？</translation>
    </message>
    <message>
        <source>What does padding 1 do to the output of 7 × 7?</source>
        <translation>填充 1 对 7 × 7 的输出做什么？</translation>
    </message>
    <message>
        <source>Set **Padding** to 1.</source>
        <translation>把 **填充**设为 1。</translation>
    </message>
    <message>
        <source>Set **Kernel** to 4.</source>
        <translation>把 **核**设为 4。</translation>
    </message>
    <message>
        <source>How large is the kernel?</source>
        <translation>核有多大？</translation>
    </message>
    <message>
        <source>Set **Input** 5, **Stride** 5, **Padding** 1 and **Kernel** 10, or press **5 → 28**.</source>
        <translation>设 **输入** 5、**步长** 5、**填充** 1、**核** 10，或者按 **5 → 28**。</translation>
    </message>
    <message>
        <source>Which sides do its maps have on the way to the picture?</source>
        <translation>一路到图片，它的图的边长依次是多少？</translation>
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
        <source>These are the curves of the training of *{model}*. In the middle are the two [losses](term:loss): what D and G each try to make small. The picture is that of the snapshot in the timeline below.</source>
        <translation>这是 *{model}* 的训练曲线。中间是两个[损失](term:loss)：D 和 G 各自想要变小的数。图片出自下面时间轴上的快照。</translation>
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
        <source>0.5 is a toss of a coin. In this run D(x) went from {d_real_early} to {d_real}, D(G(z)) from {d_fake_early} to {d_fake}: D tells them apart most of the time, and G still learns from how. If D(x) is 1 and D(G(z)) is 0 for long, there is little left to learn from; the training doctor above the curves warns of that.</source>
        <translation>0.5 就像抛硬币。在这次训练中，D(x) 从 {d_real_early} 变到 {d_real}，D(G(z)) 从 {d_fake_early} 变到 {d_fake}：D 多数时候分得出来，而 G 仍能从中学习。如果 D(x) 长时间是 1 而 D(G(z)) 是 0，就没有多少可学的了；曲线上方的训练医生会为此提醒。</translation>
    </message>
    <message>
        <source>The plot on top is what says how good the pictures are: the [FID](term:fid), a distance between generated and real pictures. It was measured bit by bit while the run learned. Lower is better.</source>
        <translation>说明图片有多好的是最上面的图：[FID](term:fid)，即生成图片与真实图片之间的距离。训练时一点一点地测量。越低越好。</translation>
    </message>
    <message>
        <source>The FID fell from {value_first} to {value_best} here. The star marks the best snapshot, and that is what opens when you open a run. [Precision](term:precision) and [recall](term:recall) tell apart how good and how varied pictures are: *How good*, on the Train page, measures them.</source>
        <translation>这里 FID 从 {value_first} 降到 {value_best}。星号标出最好的快照，打开一次训练时打开的就是它。[精确率](term:precision)和[召回率](term:recall)分别说明图片有多好、种类有多少：“训练”页的 *有多好* 会测量它们。</translation>
    </message>
    <message>
        <source>Reading the curves</source>
        <translation>读懂曲线</translation>
    </message>
    <message>
        <source>If G draws better and better, what does its loss do?</source>
        <translation>如果 G 画得越来越好，它的损失会怎样？</translation>
    </message>
    <message>
        <source>Drag the timeline to its left end, then to its right end. Compare the pictures.</source>
        <translation>把时间轴拖到最左端，再拖到最右端。比较图片。</translation>
    </message>
    <message>
        <source>Where would both be if D could not tell them apart at all?</source>
        <translation>如果 D 完全分不出来，两者会在哪里？</translation>
    </message>
    <message>
        <source>Go back to the start of the timeline, and look where the two curves begin and end.</source>
        <translation>回到时间轴的开头，看这两条曲线从哪里开始，到哪里结束。</translation>
    </message>
    <message>
        <source>Is the last snapshot of a run always its best?</source>
        <translation>一次训练的最后一个快照总是最好的吗？</translation>
    </message>
    <message>
        <source>Have the timeline show the best snapshot: press **Best**, or drag it there.</source>
        <translation>让时间轴显示最好的快照：按 **最好**，或拖到那里。</translation>
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
        <source>Yes, longer is better</source>
        <translation>是，越久越好</translation>
    </message>
    <message>
        <source>No, runs can get worse again</source>
        <translation>不是，也会变差</translation>
    </message>
    <message>
        <source>Only D has seen real pictures. G knows them by hearsay: it learns from how D&apos;s score changes with each pixel, and nothing else. Some of its pictures convince D, some do not.</source>
        <translation>只有 D 看过真实图片。G 只是间接地知道：它只从 D 的评分随每个像素怎样变化中学习。它的图片有的骗过了 D，有的没有。</translation>
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
        <source>Shapes come early, details take the rest of the time. Snapshots were kept more densely at the beginning, because that is where the most happens.</source>
        <translation>形状很早就有，细节要用其余的时间。开头的快照存得更密，因为那里变化最多。</translation>
    </message>
    <message>
        <source>Imagine a G whose pictures cannot be told from real ones by anything. D sees as many real as generated pictures.</source>
        <translation>设想有一个 G，它的图片无论如何也与真实图片分不开。D 看到的真实图片与生成图片一样多。</translation>
    </message>
    <message>
        <source>What is a GAN</source>
        <translation>什么是 GAN</translation>
    </message>
    <message>
        <source>Which of the two was shown real pictures while they learned?</source>
        <translation>训练时，真实图片给谁看过？</translation>
    </message>
    <message>
        <source>Press **Randomise** three times. Watch the picture, and what D thinks of it.</source>
        <translation>按三次 **随机**。看图片，也看 D 的看法。</translation>
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
        <source>When does most of the change happen?</source>
        <translation>变化大多发生在什么时候？</translation>
    </message>
    <message>
        <source>Press Play beside the timeline, or go step by step to its right end.</source>
        <translation>按时间轴旁边的播放键，或一步步走到最右端。</translation>
    </message>
    <message>
        <source>How sure can the best possible D then be that a picture is real?</source>
        <translation>这时，最好的 D 能有多确信一张图片是真的？</translation>
    </message>
    <message>
        <source>And this D? Press **Randomise** three times, and see how sure it is of pictures that are all generated.</source>
        <translation>那么这个 D 呢？按三次 **随机**，看它对这些全是生成的图片有多确信。</translation>
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
        <source>The first GANs, and those of most introductions, are built of [fully connected layers](term:fully-connected): each pixel is a sum of all numbers before it, by weights of its own. A [DCGAN](term:dcgan) such as *{model}* is built of [convolutions](term:convolution). *Weights* shows the [kernels](term:kernel) of its last one, which paint the picture.</source>
        <translation>最早的 GAN，以及多数入门教程里的 GAN，由[全连接层](term:fully-connected)构成：每个像素是前面所有数之和，各有自己的权重。像 *{model}* 这样的 [DCGAN](term:dcgan) 由[卷积](term:convolution)构成。*权重* 显示它最后一个卷积的[卷积核](term:kernel)，图片就是由它们画出的。</translation>
    </message>
    <message>
        <source>The kernels stay as they are, since all pixels share them: {step_weights} weights in {step_kernels} kernels of {kernel} × {kernel}, stamped at {places} places. What is learned at one place is known at all. With a fully connected generator beside it, other brushes would come to the front for each pixel.</source>
        <translation>卷积核没有变，因为所有像素共用它们：{step_kernels} 个 {kernel} × {kernel} 的核，共 {step_weights} 个权重，印在 {places} 个位置上。在一处学到的，处处都会。如果旁边有一个全连接的生成器，每换一个像素，排到前面的画笔都会不同。</translation>
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
        <source>The fully connected ones: a pixel of theirs sees all there is, so no place means anything to them. Here a pixel sees a few cells of the last maps, and pixels beside it see nearly the same ones. That knowledge is built in, and need not be learned.</source>
        <translation>全连接的：它的每个像素看到全部的数，所以位置对它没有意义。在这里，一个像素只看到最后那些特征图的几个格子，旁边的像素看到的几乎相同。这种知识是构造中就有的，不必再学。</translation>
    </message>
    <message>
        <source>*Two networks* trains both kinds from the same pictures, with the same losses, batches and seed. They take turns of two seconds, so that both have the same time; counting steps would favour the one that computes more in each.</source>
        <translation>*两个网络* 用同样的图片训练这两种网络，损失、批和种子都相同。两者轮流，每次两秒，所以用的时间一样；如果数步数，每步算得多的一方就占便宜。</translation>
    </message>
    <message>
        <source>From a fully connected GAN to a DCGAN</source>
        <translation>从全连接 GAN 到 DCGAN</translation>
    </message>
    <message>
        <source>How many of these kernels paint the middle of the picture and nothing else?</source>
        <translation>这些卷积核中，有多少个只画图片的中间？</translation>
    </message>
    <message>
        <source>Click two pixels of the picture in *Weights*, far from each other, or go there by the arrow keys. Watch the kernels.</source>
        <translation>在 *权重* 的图片上点两个相距很远的像素，或用方向键移过去。注意看卷积核。</translation>
    </message>
    <message>
        <source>How many weights does a fully connected layer need for the same step?</source>
        <translation>同样的一步，全连接层需要多少个权重？</translation>
    </message>
    <message>
        <source>Which kind of networks learns from them as well as before?</source>
        <translation>哪一种网络能从中学得和原来一样好？</translation>
    </message>
    <message>
        <source>Choose a pixel of the picture in *Trace a pixel*. Frames show what it sees of each layer.</source>
        <translation>在 *追踪像素* 里选图片的一个像素。方框表示它看到每一层的哪些部分。</translation>
    </message>
    <message>
        <source>Which generator has more to multiply for one picture?</source>
        <translation>画一张图片，哪个生成器要做的乘法更多？</translation>
    </message>
    <message>
        <source>Press **Start both**, or **Open** for a pair that you have. If you do not want to train now, have the answer shown.</source>
        <translation>按 **开始训练两者**，或用 **打开** 打开已有的一对。如果现在不想训练，就直接看答案。</translation>
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
        <source>The generator is a function: numbers go in, a picture comes out. What goes in is called [z](term:z); each slider on the left is one of its numbers. What comes out of *{model}* are {pixels} numbers, one for each pixel and colour.</source>
        <translation>生成器是一个函数：数进去，图片出来。进去的叫作 [z](term:z)；左边每个滑块是其中一个数。*{model}* 出来的是 {pixels} 个数，每个像素、每种颜色一个。</translation>
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
        <source>There are no dice in the generator. All chance is in z, so seed 7 is this picture today, tomorrow, on the command line and on other computers.</source>
        <translation>生成器里没有骰子。所有的偶然都在 z 里，所以种子 7 今天、明天、在命令行、在别的电脑上都是这张图片。</translation>
    </message>
    <message>
        <source>The curve below the sliders shows how long random points z are, and the mark where this one is: ‖z‖ is {norm} now. In {z_dim} dimensions nearly all of them have a length of about {shell}.</source>
        <translation>滑块下面的曲线显示随机的 z 有多长，标记是现在这个：‖z‖ 是 {norm}。在 {z_dim} 维空间里，几乎所有随机点的长度都在 {shell} 左右。</translation>
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
        <source>Every point on the way is a picture, and neighbours look alike: G has learned no list of pictures but a space. The way is a great circle ([slerp](term:slerp)), so that z stays on the shell; a straight line would cut through the inside.</source>
        <translation>路上每一点都是一张图片，相邻的彼此相似：G 学到的不是一堆图片，而是一个空间。这条路是大圆（[slerp](term:slerp)），所以 z 一直在壳上；直线则会穿过内部。</translation>
    </message>
    <message>
        <source>What is z</source>
        <translation>什么是 z</translation>
    </message>
    <message>
        <source>How many numbers decide the whole picture?</source>
        <translation>多少个数决定整张图片？</translation>
    </message>
    <message>
        <source>Take any slider and drag it all the way. With the keyboard: Shift and the arrow keys.</source>
        <translation>任选一个滑块，拖到底。用键盘：Shift 加方向键。</translation>
    </message>
    <message>
        <source>The same z twice: what comes out?</source>
        <translation>同一个 z 用两次：画出什么？</translation>
    </message>
    <message>
        <source>Type **7** into the field *Seed* and press Enter.</source>
        <translation>在 *种子*栏里输入 **7**，按回车。</translation>
    </message>
    <message>
        <source>And the point where all sliders are at 0?</source>
        <translation>那么所有滑块都在 0 的那一点呢？</translation>
    </message>
    <message>
        <source>Press **Reset**.</source>
        <translation>按 **重置**。</translation>
    </message>
    <message>
        <source>What is half way between them?</source>
        <translation>它们正中间是什么？</translation>
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
        <source>Lan&amp;guage</source>
        <translation>语言 / Language(&amp;G)</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>minus</source>
        <translation>减</translation>
    </message>
    <message>
        <source>plus</source>
        <translation>加</translation>
    </message>
    <message>
        <source>gather</source>
        <translation>汇集</translation>
    </message>
    <message>
        <source>scatter</source>
        <translation>散布</translation>
    </message>
    <message>
        <source>{size}: {told}</source>
        <translation>{size}：{told}</translation>
    </message>
    <message>
        <source>Set **Stride** to 2: type it and press Enter, or use the arrows.</source>
        <translation>把 **步长**设为 2：输入后按回车，或点击箭头。</translation>
    </message>
    <message>
        <source>A [GAN](term:gan) is two networks that learn against each other. The [generator](term:generator) G makes a picture from random numbers. The [discriminator](term:discriminator) D looks at a picture and says how likely it is to be a real one.

Both belong to the model *{model}*, which is open: on the left what G draws, beside it what D thinks of it.</source>
        <translation>[GAN](term:gan) 是两个在对抗中学习的网络。[生成器](term:generator) G 用随机数画图。[判别器](term:discriminator) D 看一张图片，说出它有多大可能是真实的。

两者都属于打开的模型 *{model}*：左边是 G 画的图，旁边是 D 的看法。</translation>
    </message>
    <message>
        <source>The timeline below the picture goes back through the training, with the same random numbers [z](term:z) all the way. Now it stands where the pictures were best.</source>
        <translation>图片下面的时间轴可以回到训练过程中去，随机数 [z](term:z) 始终不变。现在它停在图片最好的那一步。</translation>
    </message>
    <message>
        <source>Shift+F8 does the same from everywhere</source>
        <translation>在任何地方按 Shift+F8 也一样</translation>
    </message>
    <message>
        <source>F8 does the same from everywhere</source>
        <translation>在任何地方按 F8 也一样</translation>
    </message>
    <message>
        <source>The lesson needs the model {model} and its run; start it again once nothing is being trained</source>
        <translation>这一课需要模型 {model} 和它的训练；等没有训练在进行时再开始</translation>
    </message>
    <message>
        <source>No lesson is under way</source>
        <translation>没有进行中的课程</translation>
    </message>
    <message>
        <source>Reads, asks and waits until you have done it</source>
        <translation>边读边问，等你做完</translation>
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
        <source>The small square of learned weights of a [convolution](term:convolution), such as 4 × 4; one for each pair of input and output channel.</source>
        <translation>[卷积](term:convolution)学到的一小块方形权重，例如 4 × 4；每一对输入通道和输出通道各有一个。</translation>
    </message>
    <message>
        <source>How many cells a [kernel](term:kernel) moves on. Stride 2 halves the side of maps in a convolution, and doubles it in a [transposed one](term:transposed-convolution).</source>
        <translation>[卷积核](term:kernel)每次移动几格。步长 2 在卷积中使边长减半，在[转置卷积](term:transposed-convolution)中使边长加倍。</translation>
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
    <message>
        <source>open a model before comparing it with another one</source>
        <translation>先打开一个模型，再与另一个比较</translation>
    </message>
    <message>
        <source>{source} takes a z of {z_dim}, the open model one of {z_dim2}; only generators with a z of the same size can be compared</source>
        <translation>{source} 的 z 有 {z_dim} 个数，打开的模型有 {z_dim2} 个；只能比较 z 大小相同的生成器</translation>
    </message>
    <message>
        <source>Starting a branch</source>
        <translation>正在开始分支</translation>
    </message>
    <message>
        <source>another run is under way; stop it before continuing from here</source>
        <translation>另一次训练正在进行；先停止它，再从这里继续</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>正在测量</translation>
    </message>
    <message>
        <source>about {facts} an epoch</source>
        <translation>每个周期约 {facts}</translation>
    </message>
    <message>
        <source>{facts} in all</source>
        <translation>总共 {facts}</translation>
    </message>
    <message>
        <source>{facts:.1f} GB of memory</source>
        <translation>内存 {facts:.1f} GB</translation>
    </message>
    <message>
        <source>the measurement ended without a word</source>
        <translation>测量没有说明就结束了</translation>
    </message>
    <message>
        <source>It has reached its limit: step {step:,} after {seconds}.
How much longer is it to be trained?</source>
        <translation>已到上限：第 {step:,} 步，用时 {seconds}。
还要训练多久？</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>How much longer</source>
        <translation>还要多久</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>more</source>
        <translation>（追加）</translation>
    </message>
    <message>
        <source>No run</source>
        <translation>没有训练</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在开始</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Ended without a word</source>
        <translation>无故结束</translation>
    </message>
    <message>
        <source>About to start again</source>
        <translation>即将重新开始</translation>
    </message>
    <message>
        <source>Its last saved state can be continued.</source>
        <translation>可以从最后保存的状态继续。</translation>
    </message>
    <message>
        <source>It had saved no state yet.</source>
        <translation>还没有保存过状态。</translation>
    </message>
    <message>
        <source>the trainer {text}{reason}; it may have been killed or run out of memory. {what_now}</source>
        <translation>训练程序{text}{reason}；可能是被终止或内存不足。{what_now}</translation>
    </message>
    <message>
        <source>a run needs an end: a number of epochs, steps or minutes</source>
        <translation>训练需要终点：周期数、步数或分钟数</translation>
    </message>
    <message>
        <source>the run goes on, from step {step}</source>
        <translation>训练从第 {step} 步继续</translation>
    </message>
    <message>
        <source>training did not start: {value}</source>
        <translation>训练没有开始：{value}</translation>
    </message>
    <message>
        <source>training failed: {message}</source>
        <translation>训练失败：{message}</translation>
    </message>
    <message>
        <source>a process of this run was lost; torchrun starts it again from the last saved state</source>
        <translation>此次训练的一个进程丢失了；torchrun 会从上次保存的状态重新开始</translation>
    </message>
    <message>
        <source>was ended before it had saved everything</source>
        <translation>在保存完之前被终止</translation>
    </message>
    <message>
        <source>ended without a word</source>
        <translation>无故结束</translation>
    </message>
    <message>
        <source>the trainer ended without a word</source>
        <translation>训练程序无故结束</translation>
    </message>
    <message>
        <source>{folder} is no run any more</source>
        <translation>{folder} 已不是一次训练</translation>
    </message>
    <message>
        <source>{folder} is being trained; stop it first</source>
        <translation>{folder} 正在训练；请先停止</translation>
    </message>
    <message>
        <source>Reading the runs</source>
        <translation>正在读取训练记录</translation>
    </message>
    <message>
        <source>{name!r} cannot be a folder&apos;s name; leave out / and the like</source>
        <translation>{name!r} 不能作文件夹名；请去掉 / 之类的字符</translation>
    </message>
    <message>
        <source>there is a {name} already; choose another name</source>
        <translation>已有 {name}；请换一个名称</translation>
    </message>
    <message>
        <source>{folder} cannot be moved to the trash; delete it for good, or delete the folder by hand</source>
        <translation>{folder} 无法移到回收站；请彻底删除，或自己删除这个文件夹</translation>
    </message>
    <message>
        <source>cannot rename {folder}: {value}</source>
        <translation>无法重命名 {folder}：{value}</translation>
    </message>
    <message>
        <source>cannot delete {value}: {value2}</source>
        <translation>无法删除 {value}：{value2}</translation>
    </message>
    <message>
        <source>Play the training as a film</source>
        <translation>把训练当作影片播放</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>停在这里</translation>
    </message>
    <message>
        <source>Snapshots of the run, oldest to newest</source>
        <translation>这次训练的快照，从最早到最新</translation>
    </message>
    <message>
        <source>The same z through the training; while a run trains, the right end follows it</source>
        <translation>同一个 z 经历训练；训练进行时，最右端跟随最新</translation>
    </message>
    <message>
        <source> · best</source>
        <translation> · 最好</translation>
    </message>
    <message>
        <source>no run, no timeline</source>
        <translation>没有训练，就没有时间轴</translation>
    </message>
    <message>
        <source>step {step:,} · {index} of {count}{best}</source>
        <translation>第 {step:,} 步 · {index} / {count}{best}</translation>
    </message>
    <message>
        <source>cannot start a trainer: {error}</source>
        <translation>无法启动训练程序：{error}</translation>
    </message>
    <message>
        <source>Judging {count:,} random points</source>
        <translation>正在评判 {count:,} 个随机点</translation>
    </message>
    <message>
        <source>open a model first</source>
        <translation>请先打开一个模型</translation>
    </message>
    <message>
        <source>BatchNorm by a batch of {size}</source>
        <translation>BatchNorm 用一批 {size} 张</translation>
    </message>
    <message>
        <source>class {name}</source>
        <translation>类别 {name}</translation>
    </message>
    <message>
        <source>edit {edit}</source>
        <translation>修改 {edit}</translation>
    </message>
    <message>
        <source>remove edit {current}</source>
        <translation>移除修改 {current}</translation>
    </message>
    <message>
        <source>{count} edit</source>
        <translation>{count} 处修改</translation>
    </message>
    <message>
        <source>{count} edits</source>
        <translation>{count} 处修改</translation>
    </message>
    <message>
        <source>open a model before editing it</source>
        <translation>先打开一个模型再修改</translation>
    </message>
    <message>
        <source>undo edit {edit}</source>
        <translation>取消修改 {edit}</translation>
    </message>
    <message>
        <source>gain of {target}:{channels_text}</source>
        <translation>{target}:{channels_text} 的增益</translation>
    </message>
    <message>
        <source>gain of edit {index}</source>
        <translation>第 {index} 个修改的增益</translation>
    </message>
    <message>
        <source>remove all edits</source>
        <translation>移除所有修改</translation>
    </message>
    <message>
        <source>BatchNorm by running statistics</source>
        <translation>BatchNorm 用运行统计量</translation>
    </message>
    <message>
        <source>reset the network</source>
        <translation>重置网络</translation>
    </message>
    <message>
        <source>draw {class_text}</source>
        <translation>画 {class_text}</translation>
    </message>
    <message>
        <source>open a model before looking into its layers</source>
        <translation>先打开一个模型，再查看它的层</translation>
    </message>
    <message>
        <source>set {end}</source>
        <translation>设定 {end}</translation>
    </message>
    <message>
        <source>join A and B by {mode}</source>
        <translation>用 {mode} 连接 A 和 B</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>colour with opacity</source>
        <translation>带不透明度的彩色</translation>
    </message>
    <message>
        <source>{name}, step {step:,}</source>
        <translation>{name}，第 {step:,} 步</translation>
    </message>
    <message>
        <source>uniform </source>
        <translation>均匀分布的 </translation>
    </message>
    <message>
        <source>{uniform}z of {z_dim}</source>
        <translation>{uniform}z 有 {z_dim} 个数</translation>
    </message>
    <message>
        <source>learned from {data}</source>
        <translation>学自 {data}</translation>
    </message>
    <message>
        <source>read from {imported_from}</source>
        <translation>读自 {imported_from}</translation>
    </message>
    <message>
        <source>learned elsewhere</source>
        <translation>在别处学习</translation>
    </message>
    <message>
        <source>{count} classes</source>
        <translation>{count} 个类别</translation>
    </message>
    <message>
        <source>with {changes}</source>
        <translation>有 {changes}</translation>
    </message>
    <message>
        <source>Letting the discriminator choose</source>
        <translation>正在让判别器挑选</translation>
    </message>
    <message>
        <source>Reading real pictures</source>
        <translation>正在读取真实图片</translation>
    </message>
    <message>
        <source>rendering failed: {error}</source>
        <translation>绘制失败：{error}</translation>
    </message>
    <message>
        <source>dimension {index}</source>
        <translation>第 {index} 维</translation>
    </message>
    <message>
        <source>move between A and B</source>
        <translation>在 A 与 B 之间移动</translation>
    </message>
    <message>
        <source>move in latent space</source>
        <translation>在潜在空间中移动</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>D is choosing…</source>
        <translation>D 正在挑选…</translation>
    </message>
    <message>
        <source>Let D ch&amp;oose ({share} kept)</source>
        <translation>让 D 挑选(&amp;O)（留下 {share}）</translation>
    </message>
    <message>
        <source>snapshot saved</source>
        <translation>已保存快照</translation>
    </message>
    <message>
        <source>learning rates: G {lr_g:g}, D {lr_d:g}</source>
        <translation>学习率：G {lr_g:g}，D {lr_d:g}</translation>
    </message>
    <message>
        <source>one step of {network}</source>
        <translation>{network} 一步</translation>
    </message>
    <message>
        <source>D(x) is how sure the discriminator is that a picture is real, D(G(z)) the same for generated ones. Both near 0.5: it cannot tell them apart. D(x) near 1 and D(G(z)) near 0 for long: D wins, and G has little to learn from.</source>
        <translation>D(x) 是判别器有多确信真实图片是真的，D(G(z)) 是对生成图片的同样判断。两者接近 0.5：它分不出来。D(x) 长时间接近 1 而 D(G(z)) 接近 0：D 赢了，G 学不到多少东西。</translation>
    </message>
    <message>
        <source>A running mean over a fiftieth of the run; the faint line behind it is what was measured</source>
        <translation>取训练五十分之一的滑动平均；后面的浅线是测得的值</translation>
    </message>
    <message>
        <source>Show the curves of the open run alone</source>
        <translation>只显示打开的训练的曲线</translation>
    </message>
    <message>
        <source>Curves appear here when a run starts.</source>
        <translation>训练开始后，曲线会出现在这里。</translation>
    </message>
    <message>
        <source>Training doctor</source>
        <translation>训练医生</translation>
    </message>
    <message>
        <source>Dismiss this diagnosis</source>
        <translation>关闭这个诊断</translation>
    </message>
    <message>
        <source>&lt;b&gt;Step {step:,}: {message}&lt;/b&gt; {advice}</source>
        <translation>&lt;b&gt;第 {step:,} 步：{message}&lt;/b&gt;{advice}</translation>
    </message>
    <message>
        <source>best snapshot</source>
        <translation>最好的快照</translation>
    </message>
    <message>
        <source>loss of D</source>
        <translation>D 的损失</translation>
    </message>
    <message>
        <source>loss of G</source>
        <translation>G 的损失</translation>
    </message>
    <message>
        <source>D(x), real</source>
        <translation>D(x)，真实</translation>
    </message>
    <message>
        <source>D(G(z)), generated</source>
        <translation>D(G(z))，生成</translation>
    </message>
    <message>
        <source>D(G(z)) after D&apos;s step</source>
        <translation>D 一步后的 D(G(z))</translation>
    </message>
    <message>
        <source>Step {step:,.0f}: {values}</source>
        <translation>第 {step:,.0f} 步：{values}</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Curves of the run</source>
        <translation>这次训练的曲线</translation>
    </message>
    <message>
        <source>Wheel, + and -: look closer or from farther away; drag, Left and Right: move; Home: all of it</source>
        <translation>滚轮、+ 和 -：靠近或远离；拖动、左右键：移动；Home：全部</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>{word} at step {step:,}</source>
        <translation>{word}，第 {step:,} 步</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Losses and other measures of the run while it trains</source>
        <translation>训练进行时的损失和其他测量值</translation>
    </message>
    <message>
        <source>The &amp;open model, with its edits</source>
        <translation>打开的模型，带有修改(&amp;O)</translation>
    </message>
    <message>
        <source>These come with the program</source>
        <translation>程序自带</translation>
    </message>
    <message>
        <source>A &amp;file…</source>
        <translation>文件(&amp;F)…</translation>
    </message>
    <message>
        <source>A run&apos;s fol&amp;der…</source>
        <translation>训练的文件夹(&amp;D)…</translation>
    </message>
    <message>
        <source>Runs, the best of each</source>
        <translation>训练，各取最好</translation>
    </message>
    <message>
        <source>Runs, the newest of each</source>
        <translation>训练，各取最新</translation>
    </message>
    <message>
        <source>Measure a generator</source>
        <translation>测量一个生成器</translation>
    </message>
    <message>
        <source>Measure a run</source>
        <translation>测量一次训练</translation>
    </message>
    <message>
        <source>writing the report</source>
        <translation>正在写报告</translation>
    </message>
    <message>
        <source>measuring {name}</source>
        <translation>正在测量 {name}</translation>
    </message>
    <message>
        <source>measuring new real pictures</source>
        <translation>正在测量新的真实图片</translation>
    </message>
    <message>
        <source>1,000, a quick look</source>
        <translation>1,000，快速查看</translation>
    </message>
    <message>
        <source>10,000, for comparisons with others</source>
        <translation>10,000，用于与别人比较</translation>
    </message>
    <message>
        <source>the open model</source>
        <translation>打开的模型</translation>
    </message>
    <message>
        <source>{source} does not say what it learned from; choose real pictures</source>
        <translation>{source} 没有说明从什么学来；请选真实图片</translation>
    </message>
    <message>
        <source>another program has written {title}; add it as a file to have it read first</source>
        <translation>{title} 是别的程序写的；请作为文件添加，先读取它</translation>
    </message>
    <message>
        <source>Share of each class: bars of the models, a line for real pictures. A picture is of the class of the nearest training picture{known}.</source>
        <translation>各类别的比例：柱形是模型，竖线是真实图片。图片的类别取最近的训练图片的类别{known}。</translation>
    </message>
    <message>
        <source>, of {names} by what it was told to draw</source>
        <translation>，{names}则按让它画的类别</translation>
    </message>
    <message>
        <source>{name}: {real:.1%} of real pictures</source>
        <translation>{name}：真实图片的 {real:.1%}</translation>
    </message>
    <message>
        <source>Share of each class</source>
        <translation>各类别的比例</translation>
    </message>
    <message>
        <source>of which {right:.0%} look so</source>
        <translation>其中 {right:.0%} 看起来如此</translation>
    </message>
    <message>
        <source>{number}: {generated:.1%} of its pictures</source>
        <translation>{number}：其图片的 {generated:.1%}</translation>
    </message>
    <message>
        <source>Add a model, then measure how good its pictures are beside real ones.</source>
        <translation>添加一个模型，然后测量它的图片与真实图片相比有多好。</translation>
    </message>
    <message>
        <source>{star} marks the best of those that are held to the same pictures, as far as the numbers tell them apart; ± is the interval that holds 95 of 100 draws. Numbers of different feature spaces have nothing to do with each other.</source>
        <translation>{star} 标出与同样的图片对照时最好的，只要数字分得出来；± 是 100 次抽取中 95 次所在的区间。不同特征空间的数字毫不相干。</translation>
    </message>
    <message>
        <source>No shares of classes: the real pictures have no labels.</source>
        <translation>没有各类别的比例：真实图片没有标签。</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>测量(&amp;M)</translation>
    </message>
    <message>
        <source>Draw pictures of each model and hold them to real ones</source>
        <translation>让每个模型画图，与真实图片对照</translation>
    </message>
    <message>
        <source>&amp;Add a model</source>
        <translation>添加模型(&amp;A)</translation>
    </message>
    <message>
        <source>Put another one beside; {most} at most</source>
        <translation>再放一个在旁边；最多 {most} 个</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation>保存报告(&amp;S)…</translation>
    </message>
    <message>
        <source>Write numbers, plots and pictures as one page of HTML</source>
        <translation>把数字、图表和图片写成一个 HTML 网页</translation>
    </message>
    <message>
        <source>&amp;Copy table</source>
        <translation>复制表格(&amp;C)</translation>
    </message>
    <message>
        <source>Numbers of each model</source>
        <translation>各模型的数字</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>go to a picture that was measured</source>
        <translation>到一张测量过的图片</translation>
    </message>
    <message>
        <source>&amp;Numbers</source>
        <translation>数字(&amp;N)</translation>
    </message>
    <message>
        <source>Pict&amp;ures</source>
        <translation>图片(&amp;U)</translation>
    </message>
    <message>
        <source>that picture is one of {model}; open it to go to its pictures</source>
        <translation>那是 {model} 的图片；打开它才能到它的图片</translation>
    </message>
    <message>
        <source>Something has changed since {names} was measured; measure again.</source>
        <translation>{names}测量之后有了变化；请重新测量。</translation>
    </message>
    <message>
        <source>Mind: {warning}.</source>
        <translation>注意：{warning}。</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>正在写报告</translation>
    </message>
    <message>
        <source>Reading {path}</source>
        <translation>正在读取 {path}</translation>
    </message>
    <message>
        <source>Take the model of this column away</source>
        <translation>移除这一列的模型</translation>
    </message>
    <message>
        <source>Copy the table as text for a spreadsheet</source>
        <translation>把表格复制为电子表格可用的文本</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>精确率与召回率</translation>
    </message>
    <message>
        <source>recall: how many kinds</source>
        <translation>召回率：多少种类</translation>
    </message>
    <message>
        <source>precision: how good</source>
        <translation>精确率：有多好</translation>
    </message>
    <message>
        <source>real pictures of {data}</source>
        <translation>{data} 的真实图片</translation>
    </message>
    <message>
        <source>{tip}
{star} The best of those that are held to the same pictures, as far as can be told</source>
        <translation>{tip}
{star} 与同样的图片对照时最好的，只要分得出来</translation>
    </message>
    <message>
        <source>How many pictures of each model are drawn and measured</source>
        <translation>每个模型画多少图片来测量</translation>
    </message>
    <message>
        <source>The real pictures that generated ones are held to</source>
        <translation>与生成图片对照的真实图片</translation>
    </message>
    <message>
        <source>What turns pictures into points whose distances mean something</source>
        <translation>把图片变成点，使距离有意义</translation>
    </message>
    <message>
        <source>&amp;Pictures of each</source>
        <translation>每个的图片数(&amp;P)</translation>
    </message>
    <message>
        <source>Held &amp;to</source>
        <translation>对照(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;In the space</source>
        <translation>特征空间(&amp;I)</translation>
    </message>
    <message>
        <source>Which real pictures are they to be held to?</source>
        <translation>与哪些真实图片对照？</translation>
    </message>
    <message>
        <source>own pictures</source>
        <translation>自己的图片</translation>
    </message>
    <message>
        <source>Those that each model learned from, as its run or file says</source>
        <translation>每个模型学习用的图片，据其训练记录或文件</translation>
    </message>
    <message>
        <source>a folder…</source>
        <translation>一个文件夹…</translation>
    </message>
    <message>
        <source>Choose a folder of pictures</source>
        <translation>选一个图片文件夹</translation>
    </message>
    <message>
        <source>the usual one</source>
        <translation>常用的</translation>
    </message>
    <message>
        <source>By the pictures&apos; colours; different spaces are not compared</source>
        <translation>据图片的颜色；不同的空间不作比较</translation>
    </message>
    <message>
        <source>As they come</source>
        <translation>依次</translation>
    </message>
    <message>
        <source>Most real</source>
        <translation>最真实</translation>
    </message>
    <message>
        <source>Least real</source>
        <translation>最不真实</translation>
    </message>
    <message>
        <source>Closest to training</source>
        <translation>最接近训练图片</translation>
    </message>
    <message>
        <source>Random pictures, as they were drawn.</source>
        <translation>随机图片，按画出的顺序。</translation>
    </message>
    <message>
        <source>Where real pictures are densest, the best first.</source>
        <translation>真实图片最密集的地方，最好的在前。</translation>
    </message>
    <message>
        <source>Farthest from real pictures, the worst first.</source>
        <translation>离真实图片最远，最差的在前。</translation>
    </message>
    <message>
        <source>Each beside the training picture nearest to it, and how far that is where new real pictures are at 1. Near 0 it is a copy.</source>
        <translation>每张旁边是最近的训练图片，以及两者的距离，以新的真实图片为 1。接近 0 就是抄袭。</translation>
    </message>
    <message>
        <source>Pictures of</source>
        <translation>谁的图片</translation>
    </message>
    <message>
        <source>Pictures that were measured</source>
        <translation>测量过的图片</translation>
    </message>
    <message>
        <source>Click, or press Return, to go to this point</source>
        <translation>点击或按回车到这一点</translation>
    </message>
    <message>
        <source>Picture {place}, distance {shown}</source>
        <translation>图片 {place}，距离 {shown}</translation>
    </message>
    <message>
        <source>Picture {place}</source>
        <translation>图片 {place}</translation>
    </message>
    <message>
        <source>{found}: {generated:,} pictures, held to {training:,} pictures of {data} in the feature space {space}. New real pictures: {held_out_text}.</source>
        <translation>{found}：{generated:,} 张图片，与 {data} 的 {training:,} 张图片对照，特征空间 {space}。新的真实图片：{held_out_text}。</translation>
    </message>
    <message>
        <source>{training:,} of {data}</source>
        <translation>{data} 的 {training:,} 张</translation>
    </message>
    <message>
        <source>real {data}</source>
        <translation>真实的 {data}</translation>
    </message>
    <message>
        <source>Something has changed since. </source>
        <translation>之后有了变化。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>How many were drawn, or are new</source>
        <translation>画了多少，或有多少新的</translation>
    </message>
    <message>
        <source>Held to</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>The pictures that were learned from</source>
        <translation>学习用的图片</translation>
    </message>
    <message>
        <source>In pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Computed from the pictures themselves</source>
        <translation>由图片本身算出</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>还没有测量</translation>
    </message>
    <message>
        <source>In the feature space {space}</source>
        <translation>特征空间 {space}</translation>
    </message>
    <message>
        <source>How good</source>
        <translation>有多好</translation>
    </message>
    <message>
        <source>&amp;Measure how good it is</source>
        <translation>测量有多好(&amp;M)</translation>
    </message>
    <message>
        <source>Measures of one model or several: FID, precision, recall, classes, the best and the worst pictures</source>
        <translation>测量一个或几个模型：FID、精确率、召回率、类别、最好和最差的图片</translation>
    </message>
    <message>
        <source>Models are being measured</source>
        <translation>正在测量模型</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{label} ({more})</source>
        <translation>{label}（{more}）</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Follow this run, with its best or newest generator under the sliders</source>
        <translation>跟随这次训练，滑块用它最好或最新的生成器</translation>
    </message>
    <message>
        <source>Give the run another name</source>
        <translation>给这次训练换个名称</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Move the run to the trash</source>
        <translation>把这次训练移到回收站</translation>
    </message>
    <message>
        <source>Write down something about the run; it is kept in the run&apos;s folder</source>
        <translation>给这次训练写点备注；保存在它的文件夹里</translation>
    </message>
    <message>
        <source>How good the best snapshot is: its FID in the feature space that is named, or where that was not measured the smallest sliced Wasserstein distance of the samples to real pictures. Lower is better, of the same kind only</source>
        <translation>最好的快照有多好：在注明的特征空间里的 FID，没有测量时则是样本与真实图片的最小切片 Wasserstein 距离。越低越好，只在同一种之间比较</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>cannot be read: {trouble}</source>
        <translation>无法读取：{trouble}</translation>
    </message>
    <message>
        <source>; the best is step {step:,}: {best}</source>
        <translation>；最好的是第 {step:,} 步：{best}</translation>
    </message>
    <message>
        <source>{step:,} steps{best}</source>
        <translation>{step:,} 步{best}</translation>
    </message>
    <message>
        <source>{name}, {image_size} px</source>
        <translation>{name}，{image_size} 像素</translation>
    </message>
    <message>
        <source>No runs yet. Start one, or open a run that was trained elsewhere.</source>
        <translation>还没有训练记录。开始一次，或打开在别处进行的训练。</translation>
    </message>
    <message>
        <source>Generators, samples and saved states, {size},</source>
        <translation>生成器、样本和保存的状态，{size}，</translation>
    </message>
    <message>
        <source>Move {runs} to the trash?</source>
        <translation>把{runs}移到回收站？</translation>
    </message>
    <message>
        <source>The trash does not take {runs}. Delete for good?</source>
        <translation>回收站不接受{runs}。彻底删除吗？</translation>
    </message>
    <message>
        <source>{count} runs</source>
        <translation>{count} 次训练</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Compare &amp;curves</source>
        <translation>比较曲线(&amp;C)</translation>
    </message>
    <message>
        <source>Draw the curves of the chosen runs, three at most</source>
        <translation>画出所选训练的曲线，最多三次</translation>
    </message>
    <message>
        <source>Compare &amp;pictures</source>
        <translation>比较图片(&amp;P)</translation>
    </message>
    <message>
        <source>Show this run&apos;s picture of the same z beside</source>
        <translation>在旁边显示这次训练用同一个 z 画的图片</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>重命名(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>备注(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>删除(&amp;D)…</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>打开文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Show the run&apos;s folder</source>
        <translation>显示这次训练的文件夹</translation>
    </message>
    <message>
        <source>{loss} judges pictures one by one, BatchNorm mixes them; set {norm} to none or spectral</source>
        <translation>{loss} 逐张评判图片，BatchNorm 会把它们混在一起；请把“{norm}”设为 none 或 spectral</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Follow a run that a terminal or another machine drives, by its folder</source>
        <translation>按文件夹跟随由终端或另一台机器进行的训练</translation>
    </message>
    <message>
        <source>Follow a training run</source>
        <translation>跟随一次训练</translation>
    </message>
    <message>
        <source>Rename the run</source>
        <translation>重命名训练</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>About {run}</source>
        <translation>关于 {run}</translation>
    </message>
    <message>
        <source>{runs} cannot be brought back.</source>
        <translation>{runs}将无法恢复。</translation>
    </message>
    <message>
        <source>&amp;Delete for good</source>
        <translation>彻底删除(&amp;D)</translation>
    </message>
    <message>
        <source>{runs} go with it.</source>
        <translation>{runs}会一起移走。</translation>
    </message>
    <message>
        <source>&amp;Move to the trash</source>
        <translation>移到回收站(&amp;M)</translation>
    </message>
    <message>
        <source>All training runs of this computer</source>
        <translation>这台电脑上的所有训练</translation>
    </message>
    <message>
        <source>What a run says appears here.</source>
        <translation>训练的消息会出现在这里。</translation>
    </message>
    <message>
        <source>Log of the run</source>
        <translation>这次训练的日志</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>What has happened in the run, line by line</source>
        <translation>训练中发生的事，一行一行</translation>
    </message>
    <message>
        <source>Samples appear here when a run starts.</source>
        <translation>训练开始后，样本会出现在这里。</translation>
    </message>
    <message>
        <source>A column for each class: {names}</source>
        <translation>每个类别一列：{names}</translation>
    </message>
    <message>
        <source>Samples of the run</source>
        <translation>这次训练的样本</translation>
    </message>
    <message>
        <source>Earlier and newer samples</source>
        <translation>较早和较新的样本</translation>
    </message>
    <message>
        <source>The same noise through the run; the right end follows the newest samples</source>
        <translation>同样的噪声经历训练；最右端跟随最新的样本</translation>
    </message>
    <message>
        <source>The samples of step {step:,} are not in the run&apos;s folder any more.</source>
        <translation>第 {step:,} 步的样本已不在训练的文件夹里。</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Pictures of the same noise as the run went on</source>
        <translation>训练过程中同样的噪声画出的图片</translation>
    </message>
    <message>
        <source>Press a step: the run pauses, one network learns from one batch, and what that changed stands here.</source>
        <translation>按一步：训练暂停，一个网络从一批图片中学习，这里显示它带来的改变。</translation>
    </message>
    <message>
        <source>Both learning rates hold from the next step on; where they decay, these are the rates that they decay from</source>
        <translation>两个学习率都从下一步起生效；如果有衰减，就从这两个值开始衰减</translation>
    </message>
    <message>
        <source>Samples {moment} the step</source>
        <translation>这一步{moment}的样本</translation>
    </message>
    <message>
        <source>What G makes of the same noise {moment} the step</source>
        <translation>这一步{moment} G 用同样的噪声画出的图片</translation>
    </message>
    <message>
        <source>Set &amp;rates</source>
        <translation>设定学习率(&amp;R)</translation>
    </message>
    <message>
        <source>Snapshot n&amp;ow</source>
        <translation>立即快照(&amp;O)</translation>
    </message>
    <message>
        <source>Save the generator now; it appears in the timeline</source>
        <translation>现在保存生成器；它会出现在时间轴上</translation>
    </message>
    <message>
        <source>Step of &amp;D</source>
        <translation>D 一步(&amp;D)</translation>
    </message>
    <message>
        <source>Pause, and let D learn from one batch</source>
        <translation>暂停，让 D 从一批图片中学习</translation>
    </message>
    <message>
        <source>Step of &amp;G</source>
        <translation>G 一步(&amp;G)</translation>
    </message>
    <message>
        <source>Pause, and let G learn from one batch</source>
        <translation>暂停，让 G 从一批图片中学习</translation>
    </message>
    <message>
        <source>Step {step:,}: G learned from one batch; the same z fool D {fooled} than before (D(G(z)) {before:.2f} → {after:.2f}).</source>
        <translation>第 {step:,} 步：G 从一批中学习；同样的 z 比之前{fooled}骗过 D（D(G(z)) {before:.2f} → {after:.2f}）。</translation>
    </message>
    <message>
        <source>Step {step:,}: D learned from one batch; it now tells these real and generated pictures apart {apart} (D(x) − D(G(z)) {gap_before:.2f} → {gap_after:.2f}). G is as it was, so its pictures are too.</source>
        <translation>第 {step:,} 步：D 从一批中学习；现在它区分这些真实与生成图片{apart}（D(x) − D(G(z)) {gap_before:.2f} → {gap_after:.2f}）。G 没有变，图片也没有变。</translation>
    </message>
    <message>
        <source>no more</source>
        <translation>不更能</translation>
    </message>
    <message>
        <source>no better</source>
        <translation>没有更好</translation>
    </message>
    <message>
        <source>Steer</source>
        <translation>操控</translation>
    </message>
    <message>
        <source>Change learning rates, or train step by step, while the run goes on</source>
        <translation>在训练进行时改变学习率，或一步一步地训练</translation>
    </message>
    <message>
        <source>Looking for classes</source>
        <translation>正在查找类别</translation>
    </message>
    <message>
        <source>The value {low} becomes black, {high} white.</source>
        <translation>值 {low} 变为黑，{high} 变为白。</translation>
    </message>
    <message>
        <source>{count} of {total:,} files, {size}.</source>
        <translation>{total:,} 个文件中的 {count} 个，{size}。</translation>
    </message>
    <message>
        <source>The first pictures, {size}.</source>
        <translation>前几张图片，{size}。</translation>
    </message>
    <message>
        <source> {count} of those looked at cannot be read and will be left out: {named}.</source>
        <translation>看过的文件中有 {count} 个无法读取，会被略过：{named}。</translation>
    </message>
    <message>
        <source> Not counted: {names}.</source>
        <translation>未计入：{names}。</translation>
    </message>
    <message>
        <source>Values are taken as the file type says.</source>
        <translation>值按文件类型解释。</translation>
    </message>
    <message>
        <source>What the networks will see</source>
        <translation>网络会看到什么</translation>
    </message>
    <message>
        <source>Reading some pictures…</source>
        <translation>正在读取一些图片…</translation>
    </message>
    <message>
        <source>Pictures as the networks will see them</source>
        <translation>网络会看到的图片</translation>
    </message>
    <message>
        <source>None of the pictures looked at can be read.</source>
        <translation>看过的图片都无法读取。</translation>
    </message>
    <message>
        <source>Reading pictures</source>
        <translation>正在读取图片</translation>
    </message>
    <message>
        <source>epoch {epoch:.1f}</source>
        <translation>第 {epoch:.1f} 周期</translation>
    </message>
    <message>
        <source>{rate:,.0f} pictures/s</source>
        <translation>{rate:,.0f} 张/秒</translation>
    </message>
    <message>
        <source> of {total:,}</source>
        <translation> / {total:,}</translation>
    </message>
    <message>
        <source>trained for {elapsed}</source>
        <translation>已训练 {elapsed}</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>还剩 {left}</translation>
    </message>
    <message>
        <source>stretched to what is there</source>
        <translation>拉伸到实际的值</translation>
    </message>
    <message>
        <source>as the file type says</source>
        <translation>按文件类型</translation>
    </message>
    <message>
        <source>by numbers</source>
        <translation>按数字</translation>
    </message>
    <message>
        <source>Black to &amp;white:</source>
        <translation>黑到白(&amp;W)：</translation>
    </message>
    <message>
        <source>What becomes black and white</source>
        <translation>什么值变为黑和白</translation>
    </message>
    <message>
        <source>The values that become black and white, such as 0..4095</source>
        <translation>变为黑和白的值，如 0..4095</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Stop after</source>
        <translation>训练到</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Settings to start from</source>
        <translation>从哪组设置开始</translation>
    </message>
    <message>
        <source>Previe&amp;w…</source>
        <translation>预览(&amp;W)…</translation>
    </message>
    <message>
        <source>Look at some of the pictures as the networks will see them</source>
        <translation>看看网络会看到的一些图片</translation>
    </message>
    <message>
        <source>Pictures to learn from</source>
        <translation>学习用的图片</translation>
    </message>
    <message>
        <source>A folder of pictures…</source>
        <translation>图片文件夹…</translation>
    </message>
    <message>
        <source>Pictures in a file ({zip}, {array})…</source>
        <translation>文件中的图片（{zip}、{array}）…</translation>
    </message>
    <message>
        <source>How long to train</source>
        <translation>训练多久</translation>
    </message>
    <message>
        <source>Unit of the limit</source>
        <translation>上限的单位</translation>
    </message>
    <message>
        <source>Pictures in one file (*{zip} *{array})</source>
        <translation>一个文件中的图片 (*{zip} *{array})</translation>
    </message>
    <message>
        <source>a number of {unit}</source>
        <translation>{unit}的数目</translation>
    </message>
    <message>
        <source>enter after how many {unit} the run is to stop</source>
        <translation>请输入训练多少{unit}后停止</translation>
    </message>
    <message>
        <source>not possible with these pictures</source>
        <translation>这些图片不行</translation>
    </message>
    <message>
        <source>these pictures have none</source>
        <translation>这些图片没有类别</translation>
    </message>
    <message>
        <source>Choose a file of pictures</source>
        <translation>选一个图片文件</translation>
    </message>
    <message>
        <source>Choose a folder of pictures to train on</source>
        <translation>选一个用来训练的图片文件夹</translation>
    </message>
    <message>
        <source>Train on a &amp;folder of pictures…</source>
        <translation>用图片文件夹训练(&amp;F)…</translation>
    </message>
    <message>
        <source>Settings of a new run; start, pause and stop</source>
        <translation>新训练的设置；开始、暂停和停止</translation>
    </message>
    <message>
        <source>How long it takes is not measured yet.</source>
        <translation>还没有测量需要多久。</translation>
    </message>
    <message>
        <source>Where are the pictures of {folder} now?</source>
        <translation>{folder} 的图片现在在哪里？</translation>
    </message>
    <message>
        <source>Follow: the sl&amp;iders show its newest generator</source>
        <translation>跟随：滑块使用最新的生成器(&amp;I)</translation>
    </message>
    <message>
        <source>The newest while it trains; once it has ended, the best, as far as that is known</source>
        <translation>训练时用最新的；结束后用最好的（如果知道）</translation>
    </message>
    <message>
        <source>Forec&amp;ast</source>
        <translation>估计时间(&amp;A)</translation>
    </message>
    <message>
        <source>Measure some steps with these settings on this computer; takes some seconds</source>
        <translation>用这些设置在这台电脑上测几步；需要几秒钟</translation>
    </message>
    <message>
        <source>Start &amp;new run</source>
        <translation>开始新训练(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Save everything and end the run; it can be continued later</source>
        <translation>保存一切并结束训练；以后可以继续</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>训练的进度</translation>
    </message>
    <message>
        <source>Open fol&amp;der</source>
        <translation>打开文件夹(&amp;D)</translation>
    </message>
    <message>
        <source>Show the run&apos;s folder: its settings, events, samples and snapshots</source>
        <translation>显示这次训练的文件夹：设置、事件、样本和快照</translation>
    </message>
    <message>
        <source>&amp;Use its settings</source>
        <translation>用它的设置(&amp;U)</translation>
    </message>
    <message>
        <source>Fill the form above with the settings of this run</source>
        <translation>把这次训练的设置填入上面的表单</translation>
    </message>
    <message>
        <source>Train longer</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Another run is under way; stop it first</source>
        <translation>另一次训练正在进行；请先停止</translation>
    </message>
    <message>
        <source>Train with these settings</source>
        <translation>用这些设置训练</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>Hold the run</source>
        <translation>暂停训练</translation>
    </message>
    <message>
        <source>{state} is cut off; {others}</source>
        <translation>{state} 不完整；{others}</translation>
    </message>
    <message>
        <source>Go on with this run beyond its limit</source>
        <translation>超出上限继续这次训练</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <source>Go on from where the run was left</source>
        <translation>从停下的地方继续</translation>
    </message>
    <message>
        <source>Its pictures appear when it has had its first turn.</source>
        <translation>轮到它一次之后，图片就会出现。</translation>
    </message>
    <message>
        <source>G {g:,} · D {d:,} parameters</source>
        <translation>G {g:,} · D {d:,} 个参数</translation>
    </message>
    <message>
        <source>{step:,} steps · {pictures:,} pictures</source>
        <translation>{step:,} 步 · {pictures:,} 张图片</translation>
    </message>
    <message>
        <source>Put the newest snapshot of this network under the sliders</source>
        <translation>让滑块使用这个网络最新的快照</translation>
    </message>
    <message>
        <source>Open {title}</source>
        <translation>打开 {title}</translation>
    </message>
    <message>
        <source>Pictures of {title}</source>
        <translation>{title} 的图片</translation>
    </message>
    <message>
        <source>These samples are not in the run&apos;s folder any more.</source>
        <translation>这些样本已不在训练的文件夹里。</translation>
    </message>
    <message>
        <source>{pictures:,} pictures seen, each as often as it came. {quality}</source>
        <translation>已看 {pictures:,} 张图片，重复的也计入。{quality}</translation>
    </message>
    <message>
        <source>seconds of training, each</source>
        <translation>各自的训练秒数</translation>
    </message>
    <message>
        <source>Two networks</source>
        <translation>两个网络</translation>
    </message>
    <message>
        <source>A fully connected network beside the DCGAN: the same pictures, the same z and the same time</source>
        <translation>全连接网络与 DCGAN 并排：同样的图片、同样的 z、同样的时间</translation>
    </message>
    <message>
        <source>How good both are after equal times; lower is better</source>
        <translation>相同时间后两者有多好；越低越好</translation>
    </message>
    <message>
        <source>What both learn from</source>
        <translation>两者学习用的图片</translation>
    </message>
    <message>
        <source>How long each of the two is trained; together they take twice as long</source>
        <translation>各自训练多久；两者合计要两倍时间</translation>
    </message>
    <message>
        <source>Start &amp;both</source>
        <translation>开始训练两者(&amp;B)</translation>
    </message>
    <message>
        <source>Train a fully connected GAN and a DCGAN by turns, in a new pair of runs</source>
        <translation>让全连接 GAN 和 DCGAN 轮流训练，成为一对新的训练</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>Train the pair until each has had these minutes in all</source>
        <translation>训练这一对，直到各自达到这么多分钟</translation>
    </message>
    <message>
        <source>Stop bo&amp;th</source>
        <translation>停止两者(&amp;H)</translation>
    </message>
    <message>
        <source>End both with everything saved; Go on takes it up again</source>
        <translation>保存一切并结束两者；“继续”可以接着训练</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Follow a pair that was made elsewhere, as by gan compare-kinds</source>
        <translation>跟随在别处进行的一对，如用 gan compare-kinds</translation>
    </message>
    <message>
        <source>Earlier and newer pictures of both</source>
        <translation>两者较早和较新的图片</translation>
    </message>
    <message>
        <source>Both after the same time of training; the right end follows the newest pictures</source>
        <translation>训练相同时间后的两者；最右端跟随最新的图片</translation>
    </message>
    <message>
        <source>after {time}</source>
        <translation>{time} 之后</translation>
    </message>
    <message>
        <source>{phase}: {times} of {limit} each</source>
        <translation>{phase}：{times} / 各 {limit}</translation>
    </message>
    <message>
        <source>{title} of {parent}</source>
        <translation>{parent} 的 {title}</translation>
    </message>
    <message>
        <source>Choose the folder of two networks</source>
        <translation>选两个网络的文件夹</translation>
    </message>
    <message>
        <source>&amp;Minutes each</source>
        <translation>各自的分钟数(&amp;M)</translation>
    </message>
    <message>
        <source>Choose a folder of pictures to train both on</source>
        <translation>选一个训练两者用的图片文件夹</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>关闭这条消息</translation>
    </message>
    <message>
        <source>Dismiss this message (Esc)</source>
        <translation>关闭这条消息（Esc）</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Draw with the network as it is in its file again; can be undone</source>
        <translation>重新用文件里原样的网络来画；可以撤销</translation>
    </message>
    <message>
        <source>Reset the network</source>
        <translation>重置网络</translation>
    </message>
    <message>
        <source>Changed network: {changes}</source>
        <translation>网络有改动：{changes}</translation>
    </message>
    <message>
        <source>Every picture is drawn with {changes}: those on all pages, films and exports, too</source>
        <translation>所有图片都带有{changes}：各页、影片和导出也一样</translation>
    </message>
    <message>
        <source>Generators (*.safetensors *.pth *.pt *.ckpt *.bin *.pkl);;Any file (*)</source>
        <translation>生成器 (*.safetensors *.pth *.pt *.ckpt *.bin *.pkl);;任何文件 (*)</translation>
    </message>
    <message>
        <source>{problem}; {text} stays</source>
        <translation>{problem}；仍为 {text}</translation>
    </message>
    <message>
        <source>{number:.12g} is not a whole number</source>
        <translation>{number:.12g} 不是整数</translation>
    </message>
    <message>
        <source>{text!r} is not {kind}</source>
        <translation>{text!r} 不是{kind}</translation>
    </message>
    <message>
        <source>{text} may be {whole} or {fraction}; write one of them</source>
        <translation>{text} 可能是 {whole} 或 {fraction}；请写其中之一</translation>
    </message>
    <message>
        <source>{text} is too large</source>
        <translation>{text} 太大</translation>
    </message>
    <message>
        <source>{number:.12g} is not from {low:.12g} to {high:.12g}</source>
        <translation>{number:.12g} 不在 {low:.12g} 到 {high:.12g} 之间</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Picture {count}</source>
        <translation>图片 {count}</translation>
    </message>
    <message>
        <source>your work cannot be kept by itself: {error}</source>
        <translation>无法自动保存你的工作：{error}</translation>
    </message>
    <message>
        <source>{} is not a file on this computer: save it first, then drop the file</source>
        <translation>{} 不是这台电脑上的文件：请先保存，再把文件拖进来</translation>
    </message>
    <message>
        <source>{shown} and {count} more</source>
        <translation>{shown}等，另有 {count} 个</translation>
    </message>
    <message>
        <source>Opened {opened}; one thing is opened at a time, so left out: {left}</source>
        <translation>已打开 {opened}；一次只打开一个，没有打开：{left}</translation>
    </message>
    <message>
        <source>what you dropped</source>
        <translation>拖进来的内容</translation>
    </message>
    <message>
        <source>&amp;Tour of the window</source>
        <translation>窗口导览(&amp;T)</translation>
    </message>
    <message>
        <source>A laboratory for deep convolutional GANs: move through latent space, open the generator layer by layer, train one on your own pictures and watch it learn.</source>
        <translation>深度卷积 GAN 的实验室：在潜在空间中移动，一层一层打开生成器，用自己的图片训练一个，看它学习。</translation>
    </message>
    <message>
        <source>torch is still being loaded</source>
        <translation>torch 还在加载</translation>
    </message>
    <message>
        <source>About Latentarium</source>
        <translation>关于 Latentarium</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics</source>
        <translation>复制诊断信息(&amp;D)</translation>
    </message>
    <message>
        <source>Versions, device, folders, checks and the end of the log</source>
        <translation>版本、设备、文件夹、检查和日志的末尾</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Nothing is amiss</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>Show this folder: {place}</source>
        <translation>显示这个文件夹：{place}</translation>
    </message>
    <message>
        <source>Open the folder: {place}</source>
        <translation>打开文件夹：{place}</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Do not show again</source>
        <translation>不再显示</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <source>Diagnostics are on the clipboard, ready to be pasted</source>
        <translation>诊断信息已在剪贴板上，可以粘贴</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>查找命令(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Log…</source>
        <translation>日志(&amp;L)…</translation>
    </message>
    <message>
        <source>Open the folder of &amp;runs</source>
        <translation>打开训练文件夹(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;About Latentarium…</source>
        <translation>关于 Latentarium(&amp;A)…</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Show entries with these words only</source>
        <translation>只显示含有这些词的条目</translation>
    </message>
    <message>
        <source>How severe entries have to be</source>
        <translation>条目至少多严重</translation>
    </message>
    <message>
        <source>Log of the window</source>
        <translation>窗口的日志</translation>
    </message>
    <message>
        <source>Copy what is shown</source>
        <translation>复制显示的内容</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>打开文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>Show {log_path}</source>
        <translation>显示 {log_path}</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>No entry is like that.</source>
        <translation>没有这样的条目。</translation>
    </message>
    <message>
        <source>Nothing was logged yet.</source>
        <translation>还没有记录。</translation>
    </message>
    <message>
        <source>Looking at this computer</source>
        <translation>正在检查这台电脑</translation>
    </message>
    <message>
        <source>Working out what {path} holds</source>
        <translation>正在弄清 {path} 的内容</translation>
    </message>
    <message>
        <source>Opening {original}</source>
        <translation>正在打开 {original}</translation>
    </message>
    <message>
        <source>{path} is not read as it was when this session was saved; open it</source>
        <translation>{path} 的解读与保存这个会话时不同；请打开它</translation>
    </message>
    <message>
        <source>the process that works it out has ended early</source>
        <translation>弄清内容的进程提前结束了</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {folder}</source>
        <translation>无法打开 {path}：{folder}</translation>
    </message>
    <message>
        <source>cannot start a process that reads {path}: {error}</source>
        <translation>无法启动读取 {path} 的进程：{error}</translation>
    </message>
    <message>
        <source>draws no pictures</source>
        <translation>画不出图片</translation>
    </message>
    <message>
        <source>Likeliest</source>
        <translation>最可能</translation>
    </message>
    <message>
        <source>About as likely</source>
        <translation>差不多可能</translation>
    </message>
    <message>
        <source>Less likely</source>
        <translation>不太可能</translation>
    </message>
    <message>
        <source>How is {name} meant?</source>
        <translation>怎样理解 {name}？</translation>
    </message>
    <message>
        <source>{name} can be read in {count} ways; each draws its pictures from the same points.</source>
        <translation>{name} 可以有 {count} 种解读；每种都用相同的点画图。</translation>
    </message>
    <message>
        <source>Readings of {name}</source>
        <translation>{name} 的各种解读</translation>
    </message>
    <message>
        <source>{words}, open now</source>
        <translation>{words}，现在打开的</translation>
    </message>
    <message>
        <source>{name} can be read in one way only.</source>
        <translation>{name} 只有一种解读。</translation>
    </message>
    <message>
        <source>&amp;Open this one</source>
        <translation>打开这个(&amp;O)</translation>
    </message>
    <message>
        <source>Show the &amp;report</source>
        <translation>显示报告(&amp;R)</translation>
    </message>
    <message>
        <source>Its file does not say how each layer was recognised.</source>
        <translation>它的文件没有说明各层是怎样认出的。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>是什么</translation>
    </message>
    <message>
        <source>What speaks for it</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>What came next</source>
        <translation>其次</translation>
    </message>
    <message>
        <source>Copy the selected rows, or all, as text for a spreadsheet</source>
        <translation>把选中的行或全部复制为电子表格可用的文本</translation>
    </message>
    <message>
        <source>Read from {file}{kind}{digest}</source>
        <translation>读自 {file}{kind}{digest}</translation>
    </message>
    <message>
        <source>, SHA-256 {digest}…</source>
        <translation>，SHA-256 {digest}…</translation>
    </message>
    <message>
        <source>Where this generator comes from</source>
        <translation>这个生成器的来历</translation>
    </message>
    <message>
        <source>What was worked out of each layer</source>
        <translation>从每层弄清了什么</translation>
    </message>
    <message>
        <source>another file</source>
        <translation>另一个文件</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>显示报告</translation>
    </message>
    <message>
        <source>The open generator was not worked out from a file that others made</source>
        <translation>打开的生成器不是从别人的文件弄清的</translation>
    </message>
    <message>
        <source>Opened {source}: {description}</source>
        <translation>已打开 {source}：{description}</translation>
    </message>
    <message>
        <source>O&amp;ther readings of this file…</source>
        <translation>这个文件的其他解读(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Where this generator comes from…</source>
        <translation>这个生成器的来历(&amp;W)…</translation>
    </message>
    <message>
        <source>Milliseconds from a change of z to its picture on the screen, median of the last 60</source>
        <translation>从 z 改变到图片显示的毫秒数，最近 60 次的中位数</translation>
    </message>
    <message>
        <source>{median:.1f} ms to the picture</source>
        <translation>{median:.1f} 毫秒出图</translation>
    </message>
    <message>
        <source>Training goes on</source>
        <translation>训练仍在进行</translation>
    </message>
    <message>
        <source>A run is being trained.</source>
        <translation>有一次训练正在进行。</translation>
    </message>
    <message>
        <source>It can go on without the window; the next start shows how far it is.</source>
        <translation>没有窗口它也能继续；下次启动会显示进度。</translation>
    </message>
    <message>
        <source>Keep &amp;training</source>
        <translation>继续训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Stop it and close</source>
        <translation>停止训练并关闭(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Reset this layout</source>
        <translation>恢复默认布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Bundled models</source>
        <translation>自带的模型(&amp;B)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back what was done last</source>
        <translation>撤回最后做的事</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>重新做撤回的事</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>Nothing to do now</source>
        <translation>现在没有可做的</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Open another generator</source>
        <translation>打开另一个生成器</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>{model} is open</source>
        <translation>打开的是 {model}</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Move through latent space</source>
        <translation>在潜在空间中移动</translation>
    </message>
    <message>
        <source>Look inside the generator</source>
        <translation>查看生成器内部</translation>
    </message>
    <message>
        <source>Have it learn from pictures</source>
        <translation>让它从图片中学习</translation>
    </message>
    <message>
        <source>{sentence} (Ctrl+{number})</source>
        <translation>{sentence}（Ctrl+{number}）</translation>
    </message>
    <message>
        <source>Page {title}</source>
        <translation>{title}页</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>任何地方</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>not now: {why_not}</source>
        <translation>现在不行：{why_not}</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Bundled models</source>
        <translation>自带的模型</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Find a command, a panel, a model or a run</source>
        <translation>查找命令、面板、模型或训练</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>No command fits these letters</source>
        <translation>没有命令符合这些字</translation>
    </message>
    <message>
        <source>&amp;Next panel</source>
        <translation>下一个面板(&amp;N)</translation>
    </message>
    <message>
        <source>Pre&amp;vious panel</source>
        <translation>上一个面板(&amp;V)</translation>
    </message>
    <message>
        <source>Next t&amp;ab</source>
        <translation>下一个标签(&amp;A)</translation>
    </message>
    <message>
        <source>Previous ta&amp;b</source>
        <translation>上一个标签(&amp;B)</translation>
    </message>
    <message>
        <source>Open re&amp;cent</source>
        <translation>最近打开(&amp;C)</translation>
    </message>
    <message>
        <source>open a model before saving a session</source>
        <translation>先打开一个模型，再保存会话</translation>
    </message>
    <message>
        <source>Layouts</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Which panels are open on each page, and where</source>
        <translation>每页打开哪些面板，在什么位置</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Its size, and where it stands</source>
        <translation>大小和位置</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <source>Models, runs and sessions that were opened last</source>
        <translation>最近打开的模型、训练和会话</translation>
    </message>
    <message>
        <source>What was last chosen in the list of all commands</source>
        <translation>最近在命令列表中选的命令</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Where files of each kind were last opened and saved</source>
        <translation>各种文件最近打开和保存的位置</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>What was found at a start, and is not to be shown again</source>
        <translation>启动时发现而不再显示的消息</translation>
    </message>
    <message>
        <source>Of the window; pictures stay as they are</source>
        <translation>指窗口的颜色；图片不变</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Pictures are made on</source>
        <translation>用什么画图</translation>
    </message>
    <message>
        <source>A run has a setting of its own. --device of the command line goes before this one</source>
        <translation>训练另有自己的设置。命令行的 --device 优先于这里</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>处理器线程</translation>
    </message>
    <message>
        <source>For one picture, when nothing else computes; beside a training run or long work it is one</source>
        <translation>用于一张图片，没有别的计算时；在训练或长时间工作旁边只用一个</translation>
    </message>
    <message>
        <source>All that there are</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>The graphics card, if there is one</source>
        <translation>显卡（如果有）</translation>
    </message>
    <message>
        <source>The processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>What the window remembers</source>
        <translation>窗口记住的内容</translation>
    </message>
    <message>
        <source>Reset &amp;all settings</source>
        <translation>重置所有设置(&amp;A)</translation>
    </message>
    <message>
        <source>Put every setting back; what is remembered stays</source>
        <translation>把所有设置恢复默认；记住的内容不变</translation>
    </message>
    <message>
        <source>Reset: {label}</source>
        <translation>重置：{label}</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>Forget: {label}</source>
        <translation>忘记：{label}</translation>
    </message>
    <message>
        <source>Back to: {choice}</source>
        <translation>恢复为：{choice}</translation>
    </message>
    <message>
        <source>Onwards</source>
        <translation>向前</translation>
    </message>
    <message>
        <source>Go to the next field or button; with Shift to the one before</source>
        <translation>到下一个栏或按钮；按住 Shift 到上一个</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Close the message above the panels</source>
        <translation>关闭面板上方的消息</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>各处</translation>
    </message>
    <message>
        <source>In {panel}</source>
        <translation>在“{panel}”中</translation>
    </message>
    <message>
        <source>The running statistics of this file give no good pictures. Use the statistics of a batch?</source>
        <translation>这个文件的运行统计量画不出好图片。改用一批的统计量吗？</translation>
    </message>
    <message>
        <source>Use a batch</source>
        <translation>用一批</translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation>没有打开模型</translation>
    </message>
    <message>
        <source>Loading torch…</source>
        <translation>正在加载 torch…</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} / {count}</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
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
        <translation>**每个滑块是它起步用的一个数。** 拖动一个，图片就跟着变。**随机**换到别处，Ctrl+Z 可以撤销你做的任何事。</translation>
    </message>
    <message>
        <source>**The page *Layers* opens the network.** From the numbers on the left to the picture on the right, block by block. Choose a block to see its channels below, and mute some of them.</source>
        <translation>***层* 页打开网络内部。** 从左边的数到右边的图片，一块接一块。选一个块，下面就是它的各个通道，还可以让其中一些静音。</translation>
    </message>
    <message>
        <source>**On the page *Train* a network learns from your own pictures.** Choose a folder, press Start, and watch: in two minutes there is something to see.</source>
        <translation>**在 *训练* 页，网络从你自己的图片中学习。** 选一个文件夹，按“开始新训练”，然后看着：两分钟后就能看到东西。</translation>
    </message>
    <message>
        <source>**The menu *Learn* has lessons** that you do in this window, from *What is a GAN* on. Under *Help* are a glossary, all keys, and this tour.</source>
        <translation>**菜单 *学习* 里有课程**，就在这个窗口里做，从 *什么是 GAN* 开始。*帮助* 下面有术语表、所有按键和这个导览。</translation>
    </message>
    <message>
        <source>&amp;Explore</source>
        <translation>探索(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Layers</source>
        <translation>层(&amp;L)</translation>
    </message>
    <message>
        <source>Sessions (*{suffix})</source>
        <translation>会话 (*{suffix})</translation>
    </message>
    <message>
        <source>&amp;Open model…</source>
        <translation>打开模型(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;run…</source>
        <translation>打开训练(&amp;R)…</translation>
    </message>
    <message>
        <source>Op&amp;en session…</source>
        <translation>打开会话(&amp;E)…</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <source>Save sess&amp;ion…</source>
        <translation>保存会话(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Open a generator</source>
        <translation>打开生成器</translation>
    </message>
    <message>
        <source>Open a training run</source>
        <translation>打开一次训练</translation>
    </message>
    <message>
        <source>Open a session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Saved {path} in {folder}</source>
        <translation>已把 {path} 保存到 {folder}</translation>
    </message>
    <message>
        <source>that work is not there any more; perhaps another window has restored it</source>
        <translation>那份工作已经不在；也许另一个窗口恢复了它</translation>
    </message>
    <message>
        <source>Your last work waits under File &gt; Open recent, in {kept}: {error}</source>
        <translation>你上次的工作在“文件 &gt; 最近打开”，位于 {kept}：{error}</translation>
    </message>
    <message>
        <source>That work waits in {kept}: {error}</source>
        <translation>那份工作在 {kept}：{error}</translation>
    </message>
    <message>
        <source>Work of {path}</source>
        <translation>{path} 的工作</translation>
    </message>
    <message>
        <source>The window ended unexpectedly. Restore the work of {newest}?</source>
        <translation>窗口意外结束了。恢复 {newest} 的工作吗？</translation>
    </message>
    <message>
        <source>an unknown time</source>
        <translation>未知时间</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Start fresh</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>cannot write {folder}: your work is not kept by itself; save the session now and then</source>
        <translation>无法写入 {folder}：你的工作不会自动保存；请不时保存会话</translation>
    </message>
    <message>
        <source>{job} failed: {error}</source>
        <translation>{job}失败：{error}</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>A strip along the path</source>
        <translation>路径上的一条图片</translation>
    </message>
    <message>
        <source>A film of the path</source>
        <translation>路径的影片</translation>
    </message>
    <message>
        <source>z, as numbers</source>
        <translation>z 的数值</translation>
    </message>
    <message>
        <source>A page for any browser</source>
        <translation>浏览器网页</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Write a film</source>
        <translation>写影片</translation>
    </message>
    <message>
        <source> frames a second</source>
        <translation> 帧每秒</translation>
    </message>
    <message>
        <source>{size} pixels{limits}</source>
        <translation>{size} 像素{limits}</translation>
    </message>
    <message>
        <source>; a {one} shows at most {most_fps}</source>
        <translation>；{one}最多显示 {most_fps}</translation>
    </message>
    <message>
        <source>Writing the film</source>
        <translation>正在写影片</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The pictures in {data} are gone. If they were moved, choose the folder that they are in now.</source>
        <translation>{data} 里的图片不见了。如果移动过，请选它们现在的文件夹。</translation>
    </message>
    <message>
        <source>The pictures of {title} are not on this computer, {why}. Choose the folder that they are in, or try again {when}.</source>
        <translation>{title} 的图片不在这台电脑上，{why}。请选它们所在的文件夹，或{when}再试。</translation>
    </message>
    <message>
        <source>Choose &amp;folder…</source>
        <translation>选文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Say in which folder of this computer they are</source>
        <translation>指出它们在这台电脑的哪个文件夹</translation>
    </message>
    <message>
        <source>, and download them if they can be</source>
        <translation>，可以的话就下载</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>再试(&amp;T)</translation>
    </message>
    <message>
        <source>Look for them again{fetch}</source>
        <translation>再找一次{fetch}</translation>
    </message>
    <message>
        <source>Where are the pictures of {data}?</source>
        <translation>{data} 的图片在哪里？</translation>
    </message>
    <message>
        <source>and could not be downloaded</source>
        <translation>也无法下载</translation>
    </message>
    <message>
        <source>and are downloaded when a run starts</source>
        <translation>训练开始时会下载</translation>
    </message>
    <message>
        <source>when there is a connection to the internet</source>
        <translation>在有网络连接时</translation>
    </message>
    <message>
        <source>when they are here</source>
        <translation>在图片到位后</translation>
    </message>
    <message>
        <source>downloading {name}</source>
        <translation>正在下载 {name}</translation>
    </message>
    <message>
        <source>{count:,} of the {whole:,} training pictures of {title}</source>
        <translation>{title} 的 {whole:,} 张训练图片中的 {count:,} 张</translation>
    </message>
    <message>
        <source>{count:,} of the pictures of {title} that nothing is trained on</source>
        <translation>{title} 中没有用于训练的 {count:,} 张图片</translation>
    </message>
    <message>
        <source>the real pictures are {extent}, which come with the program, so numbers are uncertain</source>
        <translation>真实图片是程序自带的{extent}，所以数字不太可靠</translation>
    </message>
    <message>
        <source>packing pictures</source>
        <translation>正在打包图片</translation>
    </message>
    <message>
        <source>drawing sprites</source>
        <translation>正在画 sprites</translation>
    </message>
    <message>
        <source>cpu ({count} thread)</source>
        <translation>CPU（{count} 个线程）</translation>
    </message>
    <message>
        <source>cpu ({count} threads)</source>
        <translation>CPU（{count} 个线程）</translation>
    </message>
    <message>
        <source>{folder} ({free} free)</source>
        <translation>{folder}（剩余 {free}）</translation>
    </message>
    <message>
        <source>Only {free} are free for runs in {folder}, which a run soon fills with its snapshots. Free some space, or have LATENTARIUM_HOME name a folder on another disk.</source>
        <translation>{folder} 里只剩 {free} 可供训练使用，快照很快就会占满。请腾出空间，或让 LATENTARIUM_HOME 指向另一磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>Cannot write to {folder} ({problem}): {without}.</source>
        <translation>无法写入 {folder}（{problem}）：{without}。</translation>
    </message>
    <message>
        <source>The more real the discriminator takes a picture for, the likelier it is kept.</source>
        <translation>判别器认为一张图片越真实，它就越可能留下。</translation>
    </message>
    <message>
        <source>The scores were compared with those of real pictures: the more often a score belongs to a real one, the likelier the picture is kept.</source>
        <translation>评分与真实图片作了比较：一个评分越常属于真实图片，得到它的图片就越可能留下。</translation>
    </message>
    <message>
        <source>What the scores mean was not compared with real pictures, so those with the best scores are kept.</source>
        <translation>评分的含义没有与真实图片比较，所以留下评分最高的。</translation>
    </message>
    <message>
        <source>Its z {told}: far from all that the generator was trained on.</source>
        <translation>它的 z {told}：远离生成器训练时的一切。</translation>
    </message>
    <message>
        <source>reaches {max:.2f} where random points lie between -1 and 1</source>
        <translation>达到 {max:.2f}，而随机点在 -1 到 1 之间</translation>
    </message>
    <message>
        <source>has length {length:.1f} where random points have about {usual:.1f}</source>
        <translation>长度为 {length:.1f}，而随机点约为 {usual:.1f}</translation>
    </message>
    <message>
        <source>torch cannot use the NVIDIA card: {reason}</source>
        <translation>torch 无法使用 NVIDIA 显卡：{reason}</translation>
    </message>
    <message>
        <source>There is an NVIDIA card, but the installed torch computes on the processor only; a build for CUDA from pytorch.org would use the card.</source>
        <translation>有 NVIDIA 显卡，但安装的 torch 只用处理器计算；从 pytorch.org 安装 CUDA 版本就能用上显卡。</translation>
    </message>
    <message>
        <source>There is an NVIDIA card, but no driver by NVIDIA that answers; with one for CUDA {built_for} or newer the card would be used.</source>
        <translation>有 NVIDIA 显卡，但没有可用的 NVIDIA 驱动；有了支持 CUDA {built_for} 或更新版本的驱动就能用上显卡。</translation>
    </message>
    <message>
        <source>The driver of the NVIDIA card knows CUDA {driver} at most, and torch is built for CUDA {built_for}; a newer driver would have the card used.</source>
        <translation>NVIDIA 显卡的驱动最高支持 CUDA {driver}，而 torch 是为 CUDA {built_for} 构建的；更新驱动就能用上显卡。</translation>
    </message>
    <message>
        <source>it does not say why</source>
        <translation>没有说明原因</translation>
    </message>
    <message>
        <source>cells repeated</source>
        <translation>重复格子</translation>
    </message>
    <message>
        <source>bilinear</source>
        <translation>双线性</translation>
    </message>
    <message>
        <source>bicubic</source>
        <translation>双三次</translation>
    </message>
    <message>
        <source>batch normalisation</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>instance normalisation</source>
        <translation>实例归一化</translation>
    </message>
    <message>
        <source>pixel normalisation</source>
        <translation>像素归一化</translation>
    </message>
    <message>
        <source>ReLU with learned slope</source>
        <translation>斜率可学习的 ReLU</translation>
    </message>
    <message>
        <source>{kind}, {numbers}</source>
        <translation>{kind}，{numbers}</translation>
    </message>
    <message>
        <source>: the score</source>
        <translation>：评分</translation>
    </message>
    <message>
        <source>Unexpected {kind}: {words}</source>
        <translation>意外的 {kind}：{words}</translation>
    </message>
    <message>
        <source>Drop a picture on the window, or choose one, to find the point whose picture comes closest.</source>
        <translation>把一张图片拖到窗口里，或选一张：程序会寻找画出来最接近它的点。</translation>
    </message>
    <message>
        <source>Cl&amp;ass</source>
        <translation>类别(&amp;A)</translation>
    </message>
    <message>
        <source>The seed that draws this point, here and by --seed on the command line. A dash: none that is known.</source>
        <translation>由这个种子抽取的点；命令行的 --seed 画出同样的图片。短横：没有已知的种子抽取你所在的点。</translation>
    </message>
    <message>
        <source>Drag, or press Left and Right (with Shift: larger steps). Double click or Delete: back to 0. Double click a value, or press F2, to type it. Click a dimension&apos;s number, or press L, to lock it; P pins it on top. The wheel moves the slider that was pressed last.</source>
        <translation>拖动滑块，或用左右键（按住 Shift 步子更大）。双击或 Delete：设为 0。滚轮移动最后按过的滑块。双击数字或按 F2 输入一个数。点击维度的编号或按 L 锁定；按 P 或右击置顶。</translation>
    </message>
    <message>
        <source>The length of z. The hill shows the lengths of random points, around the square root of {root}, where the generator was trained. Drag, or press Left and Right, to scale z: shorter is more typical, less varied (truncation). Double click or Home: the usual length.</source>
        <translation>z 的长度。山形表示随机点有多长：它们在{root}的平方根附近的壳上，生成器就是在那里训练的。拖动或用左右键缩放 z：越短越典型，变化也越少（截断）。双击或 Home 键：回到壳上。</translation>
    </message>
    <message>
        <source>2,000 random points, those with similar pictures close together: by the two principal components of the pictures at several sizes.</source>
        <translation>2,000 个随机点，图片相似的排在一起：按图片在几种大小下的两个主成分排列。</translation>
    </message>
    <message>
        <source>Click a picture to go there; the ring marks the current one. Wheel, + and -: zoom. Drag, or the arrow keys: move the map. Return: go to the picture in the middle. Home: all of it.</source>
        <translation>点击图片就到那里；圆圈标出当前图片的位置。滚轮、+ 和 -：靠近或远离；拖动或方向键：移动地图；回车：到中间的图片；Home：看全部。</translation>
    </message>
    <message>
        <source>Does the generator copy? Read its training pictures, and the closest ones are shown as you move. A named set that is not here is downloaded, unless an excerpt of it comes with the program.</source>
        <translation>生成器在抄袭吗？读取它学习用的图片后，移动时会显示最接近的几张。这台电脑上没有的数据集会下载，除非程序带有它的一部分。</translation>
    </message>
    <message>
        <source>The length of z along the path. The band holds random points, where the generator was trained. A straight line dips below it; a great circle stays on it.</source>
        <translation>路径上 z 的长度。色带是随机点所在的壳，生成器就是在那里训练的。直线穿过内部，会低于它；大圆一直在它上面。</translation>
    </message>
    <message>
        <source>Fil&amp;m…</source>
        <translation>影片(&amp;M)…</translation>
    </message>
    <message>
        <source>Flat input maps would come out with neighbours up to {pattern} apart, a checkerboard of the weights{share}.</source>
        <translation>平坦的输入特征图输出后，相邻格子最多相差 {pattern}，这是权重造成的棋盘格{share}。</translation>
    </message>
    <message>
        <source>Flat input maps would come out flat: the weights share out evenly and draw no checkerboard.</source>
        <translation>平坦的输入特征图输出后仍然平坦：权重分配均匀，不会画出棋盘格。</translation>
    </message>
    <message>
        <source>, {share:.0%} of the range of this map</source>
        <translation>，占此特征图取值范围的 {share:.0%}</translation>
    </message>
    <message>
        <source>The largest first. The order holds while z moves; choose it again to sort anew. Effect: how much the picture changes when a channel is muted, over many z; it is measured in the background.</source>
        <translation>通道按什么排序，最大的在前。移动 z 时顺序不变；再选一次会重新排序。作用是：静音一个通道，图片改变多少，取许多 z 的平均；在后台测量。</translation>
    </message>
    <message>
        <source>Reads real pictures, new ones if there are any, and works out how much more often they have a score than generated ones. Without, scores of the usual loss (bce) are taken for that; of other losses the best are kept.</source>
        <translation>读取与生成器学习用的相似的图片（有新的就用新的），算出它们得到某个评分比生成图片频繁多少。不比较时，常用损失（bce）的评分就当作这个比值；其他损失则留下评分最高的。</translation>
    </message>
    <message>
        <source>How often each score is given, higher ones to the right. Drag the line, or press Left and Right: most pictures right of it are kept, most left of it turned away</source>
        <translation>判别器给出各个评分的频率，越往右评分越高。拖动竖线或用左右键移动：右边的图片大多留下，左边的大多拒绝</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>逐步填入</translation>
    </message>
    <message>
        <source>In training, BatchNorm scales each channel by the mean and variance of its batch, and keeps running averages of both. A trained generator uses the averages, so a z has one picture. With the statistics of a batch, a picture depends on the others in it: the smaller the batch, the more.</source>
        <translation>学习时，BatchNorm 按所给的一批的均值和方差移动和缩放每个通道，并保留两者的滑动平均。训练好的生成器用这些平均值，所以一个 z 只有一张图片。若用一批的统计量，每张图片就取决于同批的其他图片：同一个 z 在另一批里画出另一张图片，批越小差别越大。</translation>
    </message>
    <message>
        <source>Click a pixel, or press an arrow key, to see the brushes that weigh most for it.</source>
        <translation>点击一个像素，或按方向键，看对它最重要的笔刷。</translation>
    </message>
    <message>
        <source>Each channel is shifted and scaled by the mean and the variance of a whole batch of pictures, then by two learned numbers. So no channel can explode or die out, whatever the layers before it do. The activation, [ReLU](term:relu), is what sets negative numbers to 0.

A trained convolution has settled, so you may see little of that now; while it learned, this kept its numbers in bounds.</source>
        <translation>每个通道都按整批图片的均值和方差平移、缩放，再用两个学到的数调整。这样，不管前面的层怎么变，没有哪个通道会爆炸或消失。把负数变成 0 的是激活函数 [ReLU](term:relu)。

训练好的卷积已经稳定下来，所以现在可能看不出多少变化；训练的时候，正是它让卷积的数不越界。</translation>
    </message>
    <message>
        <source>Choose **BatchNorm**, then **Activation**, in the row *Part* at the top. Compare the colours.</source>
        <translation>在最上面的 *部分*一行先选 **BatchNorm**，再选 **激活**。比较颜色。</translation>
    </message>
    <message>
        <source>A [transposed convolution](term:transposed-convolution) makes small maps larger. Each number of the input stamps the [kernel](term:kernel) onto the output, multiplied by itself; where stamps overlap, they add up: *Scatter* shows it.

Here an input of 3 × 3 and a kernel of 3 × 3 give 5 × 5: the stamps are 1 cell apart. How far they are apart is the [stride](term:stride).</source>
        <translation>[转置卷积](term:transposed-convolution)把小图变大。输入的每个数乘以[卷积核](term:kernel)，印到输出上；印记重叠的地方相加：选 *散布*就能看到。

这里 3 × 3 的输入和 3 × 3 的核给出 5 × 5：印记之间相隔 1 格。相隔几格，就是[步长](term:stride)。</translation>
    </message>
    <message>
        <source>Three stamps of 3, each 2 cells further: (3 − 1) · 2 + 3 = 7. To compute it, 1 zero is put between the cells of the input, as the second grid of *Gather* shows; then an ordinary convolution with the flipped kernel slides over it. Both give the same numbers.</source>
        <translation>三个边长 3 的印记，每个再移 2 格：(3 − 1) · 2 + 3 = 7。计算时，在输入的格子之间插入 1 个零，如 *汇集*的第二个网格所示；再让翻转的核在上面做普通卷积。两种算法结果相同。</translation>
    </message>
    <message>
        <source>Look at *Overlaps* (f): how many stamps reach each cell of the output. They form a pattern, and a network draws it into its pictures as a [checkerboard](term:checkerboard).</source>
        <translation>看 *重叠*（f）：每个输出格子被几个印记盖到。它们形成一种花纹，网络会把它画进图片里，成为[棋盘格](term:checkerboard)。</translation>
    </message>
    <message>
        <source>With stride 2, which kernels reach all inner cells equally often?</source>
        <translation>步长为 2 时，哪些核对内部的每个格子盖到的次数相同？</translation>
    </message>
    <message>
        <source>Choose another block in the row at the top, by mouse or by the arrow keys.</source>
        <translation>在最上面一行选另一个块，用鼠标或方向键。</translation>
    </message>
    <message>
        <source>2 × 2 and 3 × 3</source>
        <translation>2 × 2 和 3 × 3</translation>
    </message>
    <message>
        <source>3 × 3 and 5 × 5</source>
        <translation>3 × 3 和 5 × 5</translation>
    </message>
    <message>
        <source>2 × 2 and 4 × 4</source>
        <translation>2 × 2 和 4 × 4</translation>
    </message>
    <message>
        <source>The row at the top shows the way from z to the picture. Its last step turns {step_shape}, which are {step_inputs} numbers, into {pixels} numbers of the picture, by {step_weights} weights.</source>
        <translation>最上面一行是从 z 到图片的路。最后一步用 {step_weights} 个权重，把 {step_shape}（即 {step_inputs} 个数）变成图片的 {pixels} 个数。</translation>
    </message>
    <message>
        <source>Choose the last block in the row at the top, by mouse or by the arrow keys, and look at its sizes.</source>
        <translation>在最上面一行选最后一个块，用鼠标或方向键，看看它的大小。</translation>
    </message>
    <message>
        <source>Choose an answer</source>
        <translation>选择一个答案</translation>
    </message>
    <message>
        <source>A pattern of light and dark cells that comes from [transposed convolutions](term:transposed-convolution) whose stamps overlap unevenly, because the [stride](term:stride) does not divide the [kernel](term:kernel), or whose weights differ between cells that get the same number of stamps.</source>
        <translation>明暗相间的格子花纹。[步长](term:stride)不能整除[卷积核](term:kernel)的边长时，[转置卷积](term:transposed-convolution)的印记重叠不均，就会出现；印记一样多、权重却各不相同的格子之间也会出现。</translation>
    </message>
    <message>
        <source>&amp;Learn</source>
        <translation>学习(&amp;L)</translation>
    </message>
    <message>
        <source>Random points are those that the discriminator keeps (rejection sampling), about this share. What D turns away, on the Layers page, shows the others and changes the share.</source>
        <translation>随机点只取判别器通过拒绝采样留下的，约占画出的这个比例。“层”页的“D 的拒绝”面板显示其余的，也可以改变比例。</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>See many pictures at once, and go on from the one you like</source>
        <translation>一次看许多图片，从喜欢的那张继续</translation>
    </message>
    <message>
        <source>Change one thing of the picture and leave the rest</source>
        <translation>只改变图片的一个方面，其余不变</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>漫游</translation>
    </message>
    <message>
        <source>Go from point to point, along a path, or through the training</source>
        <translation>从一点到另一点，沿着路径，或穿过整个训练过程</translation>
    </message>
    <message>
        <source>Real pictures</source>
        <translation>真实图片</translation>
    </message>
    <message>
        <source>Find the z of your own picture, and what the generator has seen</source>
        <translation>找出自己图片的 z，看看生成器见过什么</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>原理</translation>
    </message>
    <message>
        <source>Take a layer apart, number by number, or make your own</source>
        <translation>逐个数字拆开一层，或自己做一层</translation>
    </message>
    <message>
        <source>Change the network and see what that does to the picture</source>
        <translation>修改网络，看图片如何变化</translation>
    </message>
    <message>
        <source>Ask the other network what it makes of the pictures</source>
        <translation>问问另一个网络怎么看这些图片</translation>
    </message>
    <message>
        <source>All training runs of this computer: open, compare and sort them</source>
        <translation>这台电脑上的全部训练记录：打开、比较、排序</translation>
    </message>
    <message>
        <source>See what happens in the run, and change it while it goes on</source>
        <translation>看训练中发生了什么，并在进行中改变它</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>How good the pictures are, and which networks make better ones</source>
        <translation>图片有多好，哪种网络做得更好</translation>
    </message>
    <message>
        <source>Compared with {names}</source>
        <translation>与 {names} 比较</translation>
    </message>
    <message>
        <source>Losses say little of how good the pictures are. Measure draws some of each model and compares them with real ones. The first time can take a minute.</source>
        <translation>损失很少说明图片有多好。“测量”让每个模型画一些图片，与它学习用的图片对照。第一次还要看真实图片，可能需要一分钟。</translation>
    </message>
    <message>
        <source>Pl&amp;ots</source>
        <translation>图表(&amp;O)</translation>
    </message>
    <message>
        <source>Open a run else&amp;where…</source>
        <translation>打开别处的训练(&amp;W)…</translation>
    </message>
    <message>
        <source>Train lon&amp;ger…</source>
        <translation>继续训练(&amp;G)…</translation>
    </message>
    <message>
        <source>What are convolutions good for? Press Start both, and two GANs learn from the same pictures: one of linear layers alone, where every pixel has weights of its own, and a DCGAN, whose small kernels are used at every place. All else is the same, and they take turns of two seconds. You see both draw the same z, and how good they are after equal times.</source>
        <translation>卷积有什么用？按“开始训练两者”，两个 GAN 从同样的图片中学习：一个只有线性层，每个像素各有自己的权重；另一个是 DCGAN，小小的核用于每个位置。损失、学习率、批和种子都相同，时间也一样：两者轮流，每次两秒。在这里看两者画同一个 z，以及相同时间后各有多好。</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation>模型：{name}</translation>
    </message>
    <message>
        <source>{title}: {about}</source>
        <translation>{title}：{about}</translation>
    </message>
    <message>
        <source>The window opens anew in it and goes on where it was</source>
        <translation>窗口会用所选语言重新打开，从原来的地方继续</translation>
    </message>
    <message>
        <source>cannot write {folder}: {reason}</source>
        <translation>无法写入 {folder}：{reason}</translation>
    </message>
    <message>
        <source>&amp;Shows</source>
        <translation>内容(&amp;S)</translation>
    </message>
    <message>
        <source>the picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>the whole way from z to the picture</source>
        <translation>从 z 到图像的全过程</translation>
    </message>
    <message>
        <source>it holds more than {largest:g} MB or {most_arrays} arrays</source>
        <translation>它超过 {largest:g} MB 或 {most_arrays} 个数组</translation>
    </message>
    <message>
        <source>its format is one of another version</source>
        <translation>它的格式属于另一个版本</translation>
    </message>
    <message>
        <source>it holds neither numbers nor text, but {dtype}</source>
        <translation>它存的既不是数也不是文字，而是 {dtype}</translation>
    </message>
    <message>
        <source>it says that it holds {needed} bytes, which are too many or not there</source>
        <translation>它自称有 {needed} 字节，太多或并不存在</translation>
    </message>
    <message>
        <source>it holds no arrays ({line})</source>
        <translation>它不含数组（{line}）</translation>
    </message>
    <message>
        <source>it cannot be unpacked ({line})</source>
        <translation>它无法解包（{line}）</translation>
    </message>
    <message>
        <source>{data_dir} is not a folder; give the folder in which data sets lie</source>
        <translation>{data_dir} 不是文件夹；请给出存放数据集的文件夹</translation>
    </message>
    <message>
        <source>{path} holds {name} of shape {shape}; pictures are N x H x W, or N x H x W x C with {usual} or {last} channels</source>
        <translation>{path} 中是形状为 {shape} 的 {name}；图片应为 N × H × W，或通道数为 {usual} 或 {last} 的 N × H × W × C</translation>
    </message>
    <message>
        <source>{path} cannot be read as a .zip file ({error}); fetch or pack it again</source>
        <translation>{path} 无法作为 .zip 文件读取（{error}）；请重新下载或打包</translation>
    </message>
    <message>
        <source>{path} cannot be read as an array of numbers ({error})</source>
        <translation>{path} 无法作为数组读取（{error}）</translation>
    </message>
    <message>
        <source>{path} is cut off within its header; fetch it again</source>
        <translation>{path} 在文件头处被截断；请重新下载</translation>
    </message>
    <message>
        <source>{path} claims to hold {count} bytes, which cannot be right; fetch it again</source>
        <translation>{path} 自称有 {count} 字节，不可能正确；请重新下载</translation>
    </message>
    <message>
        <source>{path} is cut off: it holds {count} of {wanted} bytes; fetch it again</source>
        <translation>{path} 被截断：{wanted} 字节中只有 {count} 字节；请重新下载</translation>
    </message>
    <message>
        <source>{path} is longer than the {count} bytes that its header tells of; fetch it again</source>
        <translation>{path} 比文件头所说的 {count} 字节更长；请重新下载</translation>
    </message>
    <message>
        <source>{path} is cut off or damaged; fetch it again</source>
        <translation>{path} 被截断或已损坏；请重新下载</translation>
    </message>
    <message>
        <source>cannot read {path}: {reason}</source>
        <translation>无法读取 {path}：{reason}</translation>
    </message>
    <message>
        <source>not enough memory for {name}; take fewer pictures or a smaller picture size</source>
        <translation>内存不够装下 {name}；请减少图片或缩小图片尺寸</translation>
    </message>
    <message>
        <source>{folder} is not a folder of pictures, nor a {zip} or {npy} file of some</source>
        <translation>{folder} 不是图片文件夹，也不是装图片的 {zip} 或 {npy} 文件</translation>
    </message>
    <message>
        <source>no pictures in {folder} (such as .png, .jpg, .webp); choose a folder that holds some</source>
        <translation>{folder} 中没有图片（如 .png、.jpg、.webp）；请选择有图片的文件夹</translation>
    </message>
    <message>
        <source>{folder} is not the folder of {data}: it holds no {looked_for}; choose another one</source>
        <translation>{folder} 不是 {data} 的文件夹：其中没有 {looked_for}；请另选一个</translation>
    </message>
    <message>
        <source>{folder}, which comes with the program, is not there; install the program anew</source>
        <translation>程序自带的 {folder} 不见了；请重新安装程序</translation>
    </message>
    <message>
        <source>{path} cannot be read back after it was written; check the disk</source>
        <translation>{path} 写入后无法读回；请检查磁盘</translation>
    </message>
    <message>
        <source>none of the pictures in {folder} can be read; {path}: {reason}</source>
        <translation>{folder} 中的图片都无法读取；{path}：{reason}</translation>
    </message>
    <message>
        <source>packing the pictures was cancelled</source>
        <translation>打包图片已取消</translation>
    </message>
    <message>
        <source>{needed:.0f} MB are needed, {free:.0f} MB are free</source>
        <translation>需要 {needed:.0f} MB，空闲 {free:.0f} MB</translation>
    </message>
    <message>
        <source>free some space or choose a smaller picture size</source>
        <translation>请腾出空间，或选择更小的图片尺寸</translation>
    </message>
    <message>
        <source>LATENTARIUM_HOME can name another place</source>
        <translation>可用环境变量 LATENTARIUM_HOME 指定别处</translation>
    </message>
    <message>
        <source>cannot store packed pictures in {folder}: {reason}; {advice}</source>
        <translation>无法把打包的图片存到 {folder}：{reason}；{advice}</translation>
    </message>
    <message>
        <source>there is no file {path}</source>
        <translation>没有文件 {path}</translation>
    </message>
    <message>
        <source>{path} cannot be read as a picture: {reason}</source>
        <translation>{path} 无法作为图片读取：{reason}</translation>
    </message>
    <message>
        <source>HEIC needs the package pillow-heif: pip install pillow-heif</source>
        <translation>HEIC 需要软件包 pillow-heif：pip install pillow-heif</translation>
    </message>
    <message>
        <source>not a picture that can be read, whatever its name says</source>
        <translation>不是可读取的图片，无论文件名怎么说</translation>
    </message>
    <message>
        <source>too large: more than {most} million pixels</source>
        <translation>太大：超过 {most} 百万像素</translation>
    </message>
    <message>
        <source>damaged ({error})</source>
        <translation>已损坏（{error}）</translation>
    </message>
    <message>
        <source>not enough memory to decode it</source>
        <translation>内存不足，无法解码</translation>
    </message>
    <message>
        <source>{title} is not on this computer yet; it is downloaded when a run starts</source>
        <translation>{title} 还不在这台电脑上；训练开始时会下载</translation>
    </message>
    <message>
        <source>no CUDA device is usable here; take --device cpu, or auto</source>
        <translation>这里没有可用的 CUDA 设备；请用 --device cpu 或 auto</translation>
    </message>
    <message>
        <source>there is no {device}; this machine has {count}, from cuda:0</source>
        <translation>没有 {device}；这台电脑有 {count} 个，从 cuda:0 开始</translation>
    </message>
    <message>
        <source>MPS is not usable here; take --device cpu, or auto</source>
        <translation>这里不能用 MPS；请用 --device cpu 或 auto</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>不允许此操作</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>它是文件夹</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>它不是文件夹</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名太长</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统只读</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>读写出错</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>超出磁盘配额</translation>
    </message>
    <message>
        <source>the discriminator takes generated pictures for no less real than real ones; it cannot choose</source>
        <translation>在判别器看来，生成的图片不比真实图片假；它无法挑选</translation>
    </message>
    <message>
        <source>the discriminator gives scores that are no numbers; take an earlier one of its run</source>
        <translation>判别器给出的分数不是数；请用该训练中更早的判别器</translation>
    </message>
    <message>
        <source>the share that is kept lies between {smallest_share:g} and 1, not {share:g}</source>
        <translation>留下的比例在 {smallest_share:g} 与 1 之间，不能是 {share:g}</translation>
    </message>
    <message>
        <source>of {drawn:,} pictures the discriminator kept {got:,}, far fewer than it should; take a larger share</source>
        <translation>判别器从 {drawn:,} 张图片中只留下 {got:,} 张，远少于应有的；请取更大的比例</translation>
    </message>
    <message>
        <source>its format is another one</source>
        <translation>它的格式是另一种</translation>
    </message>
    <message>
        <source>{dtype} stands where numbers belong</source>
        <translation>应该是数的地方是 {dtype}</translation>
    </message>
    <message>
        <source>directions need one vector, one share and one name each</source>
        <translation>每个方向要有一个向量、一个份额和一个名称</translation>
    </message>
    <message>
        <source>shares of directions must be finite numbers</source>
        <translation>方向的份额必须是有限的数</translation>
    </message>
    <message>
        <source>directions must have length 1</source>
        <translation>方向的长度必须是 1</translation>
    </message>
    <message>
        <source>these directions are for a z of {z_dim}, but this generator has a z of {needed}</source>
        <translation>这些方向适用于 {z_dim} 维的 z，而这个生成器的 z 是 {needed} 维</translation>
    </message>
    <message>
        <source>{path} holds no directions, but other arrays</source>
        <translation>{path} 中不是方向，而是别的数组</translation>
    </message>
    <message>
        <source>{path} holds no directions that can be read: {error}</source>
        <translation>{path} 中没有可读取的方向：{error}</translation>
    </message>
    <message>
        <source>the first layers of this generator are known to its own code only; take another method, pca</source>
        <translation>这个生成器的前几层只有它自己的代码知道；请换用方法 PCA</translation>
    </message>
    <message>
        <source>the picture has shape {shape}, but this generator makes {channels}</source>
        <translation>图片的形状是 {shape}，而这个生成器画 {channels}</translation>
    </message>
    <message>
        <source>{path} holds no points of latent space, but an array of {dtype}</source>
        <translation>{path} 里没有潜在空间的点，而是 {dtype} 的数组</translation>
    </message>
    <message>
        <source>{path} holds no points of latent space, but an array of shape {shape}</source>
        <translation>{path} 里没有潜在空间的点，而是形状为 {shape} 的数组</translation>
    </message>
    <message>
        <source>a seed is a whole number from 0 to {largest_seed:,}, not {text}</source>
        <translation>种子是 0 到 {largest_seed:,} 的整数，不能是 {text}</translation>
    </message>
    <message>
        <source>there is nothing to average</source>
        <translation>没有可以取平均的</translation>
    </message>
    <message>
        <source>a step lies between 0 and 1, not {step:g}</source>
        <translation>步幅在 0 与 1 之间，不能是 {step:g}</translation>
    </message>
    <message>
        <source>{path} holds no points of latent space ({error})</source>
        <translation>{path} 里没有潜在空间的点（{error}）</translation>
    </message>
    <message>
        <source>a grid needs four corners and at least two rows and columns</source>
        <translation>网格需要四个角，至少两行两列</translation>
    </message>
    <message>
        <source>a way takes from {shortest:g} to {longest:g} seconds, not {seconds:g}</source>
        <translation>一段路用 {shortest:g} 到 {longest:g} 秒，不能是 {seconds:g}</translation>
    </message>
    <message>
        <source>a path needs at least two keyframes</source>
        <translation>路径至少需要两个关键帧</translation>
    </message>
    <message>
        <source>all keyframes of a path must have the same number of dimensions</source>
        <translation>路径的所有关键帧维数必须相同</translation>
    </message>
    <message>
        <source>a path needs at least two frames</source>
        <translation>路径至少需要两帧</translation>
    </message>
    <message>
        <source>these two directions are one and the same; choose another one</source>
        <translation>这两个方向是同一个；请另选一个</translation>
    </message>
    <message>
        <source>a {name} shows at most {most_fps} frames a second; take fewer or write an .mp4</source>
        <translation>{name} 每秒最多 {most_fps} 帧；请减少帧数或写成 .mp4</translation>
    </message>
    <message>
        <source>cannot write {path}: {reason}</source>
        <translation>无法写入 {path}：{reason}</translation>
    </message>
    <message>
        <source>{path!r} should end in {usual}</source>
        <translation>{path!r} 应以 {usual} 结尾</translation>
    </message>
    <message>
        <source>this generator is known by its own Python code, which no browser runs; its pictures and films can be exported instead</source>
        <translation>这个生成器由它自己的 Python 代码定义，浏览器无法运行；可以改为导出它的图片和影片</translation>
    </message>
    <message>
        <source>a page normalises by the running statistics of BatchNorm; choose them, then export again</source>
        <translation>网页使用 BatchNorm 的运行统计量；请选择它们再导出</translation>
    </message>
    <message>
        <source>it is an archive whose parts would be written outside of it; it may be made to do harm</source>
        <translation>它是一个压缩包，其中有些部分会写到它之外；可能是为了作恶</translation>
    </message>
    <message>
        <source>it is an archive of too many parts to be a file of weights</source>
        <translation>它是一个压缩包，部分太多，不像权重文件</translation>
    </message>
    <message>
        <source>it is an archive with a password; unpack it and open what is in it</source>
        <translation>它是一个有密码的压缩包；请先解开，再打开里面的内容</translation>
    </message>
    <message>
        <source>it has a description that is too long to be one of weights</source>
        <translation>它的描述太长，不像权重文件</translation>
    </message>
    <message>
        <source>it unpacks to more than {largest_unpacked:g} MB</source>
        <translation>它解开后超过 {largest_unpacked:g} MB</translation>
    </message>
    <message>
        <source>it is an archive with two parts of the same name; it may be made to do harm</source>
        <translation>它是一个压缩包，有两个部分同名；可能是为了作恶</translation>
    </message>
    <message>
        <source>it says that it holds an array with more numbers than there are in the file</source>
        <translation>它自称含有一个数组，其中的数比文件里的还多</translation>
    </message>
    <message>
        <source>no usual strides and paddings of its convolutions fit the pictures</source>
        <translation>没有一种常见的步长和填充能让它的卷积配上图片</translation>
    </message>
    <message>
        <source>it is told more than the picture</source>
        <translation>它得到的不只是图片</translation>
    </message>
    <message>
        <source>it has too few or too many layers</source>
        <translation>它的层太少或太多</translation>
    </message>
    <message>
        <source>it normalises in a way that its weights do not tell</source>
        <translation>它的归一化方式无法从权重看出</translation>
    </message>
    <message>
        <source>{name} belongs to none of its layers</source>
        <translation>{name} 不属于它的任何一层</translation>
    </message>
    <message>
        <source>it has another number of learned slopes than of layers</source>
        <translation>它的可学斜率的个数与层数不同</translation>
    </message>
    <message>
        <source>several strides and paddings of its convolutions are as likely</source>
        <translation>它的卷积有几种步长和填充同样可能</translation>
    </message>
    <message>
        <source>it holds no weights; {save_weights}</source>
        <translation>它不含权重；{save_weights}</translation>
    </message>
    <message>
        <source>it holds more than {largest_arrays:g} MB of numbers</source>
        <translation>它的数超过 {largest_arrays:g} MB</translation>
    </message>
    <message>
        <source>it has too many parts to be a file of weights</source>
        <translation>它的部分太多，不像权重文件</translation>
    </message>
    <message>
        <source>its dicts and lists are nested more than {deepest} deep</source>
        <translation>它的字典和列表嵌套超过 {deepest} 层</translation>
    </message>
    <message>
        <source>it is cut off or damaged; copy or download it again from where it came from</source>
        <translation>它不完整或已损坏；请从来源重新复制或下载</translation>
    </message>
    <message>
        <source>in the program that made it, save those of the network: {how_to_save}</source>
        <translation>在产生它的程序里，保存网络的权重：{how_to_save}</translation>
    </message>
    <message>
        <source>joined to z</source>
        <translation>与 z 相接</translation>
    </message>
    <message>
        <source>added to z</source>
        <translation>与 z 相加</translation>
    </message>
    <message>
        <source>multiplied with z</source>
        <translation>与 z 相乘</translation>
    </message>
    <message>
        <source>{count} numbers, {drawn}</source>
        <translation>{count} 个数，{drawn}</translation>
    </message>
    <message>
        <source>{one}; {other}</source>
        <translation>{one}；{other}</translation>
    </message>
    <message>
        <source>Contin&amp;ue from step {step:,}</source>
        <translation>从第 {step:,} 步继续(&amp;U)</translation>
    </message>
    <message>
        <source>The same z through the whole training of the run: go back in it, and continue from there</source>
        <translation>同一个 z 经历整个训练：可以退回去，从那里继续</translation>
    </message>
    <message>
        <source>{work} products for *{model}*, {dense_work} for a fully connected one: a weight of a linear layer is used once, a kernel at every place. Fewer weights are not less work.

Once both are trained, compare them after equal times, and look for single dots that do not fit their neighbours. You need not wait: training goes on after the lesson, under *Measure* on the Train page, and *Weights* shows both kinds side by side when one of the two is open.</source>
        <translation>*{model}* 要做 {work} 次乘法，全连接的只要 {dense_work} 次：线性层的每个权重只用一次，卷积核则在每个位置都用。权重少不等于计算少。

两者都训练好后，在相等的时间之后比较它们，看看有没有与邻居不合的孤立的点。不必等：课程结束后训练会继续，在训练页的 *测量*里；打开其中一个时，*权重* 会把两种并排显示。</translation>
    </message>
    <message>
        <source>Drag the slider from A to B, slowly. With the keyboard: Home, then hold the right arrow key.</source>
        <translation>把滑块从 A 慢慢拖到 B。用键盘：先按 Home，再按住右方向键。</translation>
    </message>
    <message>
        <source>{one}. {other}</source>
        <translation>{one}。{other}</translation>
    </message>
    <message>
        <source>If they are only some hundreds, start from {title}.</source>
        <translation>如果只有几百张，请用预设“{title}”。</translation>
    </message>
    <message>
        <source>How good they are stands here once snapshots have been measured.</source>
        <translation>测量快照之后，这里显示它们有多好。</translation>
    </message>
    <message>
        <source>Which pictures</source>
        <translation>哪些图片</translation>
    </message>
    <message>
        <source>{value} ({view})</source>
        <translation>{value}（{view}）</translation>
    </message>
    <message>
        <source>One input channel</source>
        <translation>只有一个输入通道</translation>
    </message>
    <message>
        <source>: {count} &lt;b&gt;{whole}&lt;/b&gt;</source>
        <translation>：{count} &lt;b&gt;{whole}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>In theory it ends at 50 % (Goodfellow et al. 2014). In practice G is never perfect: D finds something, and training is stopped when the pictures are good enough.</source>
        <translation>理论上终点是 50 %（Goodfellow 等，2014）。实际上 G 从不完美：D 总能发现什么，图片足够好时训练就停下。</translation>
    </message>
    <message>
        <source>Next lesson: {lesson}</source>
        <translation>下一课：{lesson}</translation>
    </message>
    <message>
        <source>Two networks: {phase}</source>
        <translation>两个网络：{phase}</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新训练</translation>
    </message>
    <message>
        <source>The settings that were last entered to train with</source>
        <translation>上次填写的训练设置</translation>
    </message>
    <message>
        <source>Show where this goes on</source>
        <translation>显示在哪里进行</translation>
    </message>
    <message>
        <source>the terminal was closed; the run goes on, and the window can follow and stop it</source>
        <translation>终端已关闭；训练继续，可以在窗口里查看和停止</translation>
    </message>
    <message>
        <source>what the trainer prints cannot be written any more; the run goes on, and its log is complete</source>
        <translation>训练程序的输出写不出去了；训练继续，日志是完整的</translation>
    </message>
    <message>
        <source>torchrun has started this run again, {again} of at most {most} times</source>
        <translation>torchrun 又启动了这次训练，第 {again} 次，最多 {most} 次</translation>
    </message>
    <message>
        <source>locked with a password; unpack the archive into a folder</source>
        <translation>有密码保护；请先解压到文件夹</translation>
    </message>
    <message>
        <source>too large: more than {most} MiB</source>
        <translation>太大：超过 {most} MiB</translation>
    </message>
    <message>
        <source>a process that reads pictures died at or after {name}; it may have run out of memory, or a damaged file among the next ones crashes the decoder: move those away and try again</source>
        <translation>一个读取图片的进程在 {name} 或其后中止；可能是内存不足，或后面有损坏的文件使解码器崩溃：请移走那些文件后重试</translation>
    </message>
    <message>
        <source>there is no connection to the internet, or nobody answers at the other end</source>
        <translation>没有网络连接，或对方没有应答</translation>
    </message>
    <message>
        <source>another set</source>
        <translation>其他数据集</translation>
    </message>
    <message>
        <source>{name} is not on this computer and cannot be downloaded: {reason}. Put {files} and the files beside it into {folder} (looked in {searched}), or choose {instead} such as sprites</source>
        <translation>{name} 不在本机上，也无法下载：{reason}。请把 {files} 及其同处的文件放入 {folder}（已查找 {searched}），或选择{instead}，例如 sprites</translation>
    </message>
    <message>
        <source>what arrived is something else</source>
        <translation>下载到的是别的内容</translation>
    </message>
    <message>
        <source>Your own pictures in {folder}.</source>
        <translation>{folder} 里你自己的图片。</translation>
    </message>
    <message>
        <source>{name}, which comes with the program, or another set</source>
        <translation>随程序提供的 {name} 或其他数据集</translation>
    </message>
    <message>
        <source>{path} holds no square pictures (its sizes are {sizes}); fetch it again</source>
        <translation>{path} 中没有正方形图片（其尺寸为 {sizes}）；请重新下载</translation>
    </message>
    <message>
        <source>{path} has {pictures} pictures but {labels} labels; fetch it again</source>
        <translation>{path} 有 {pictures} 张图片却有 {labels} 个标签；请重新下载</translation>
    </message>
    <message>
        <source>{path} has the label {label}, but {name} has only {kinds} kinds; fetch it again</source>
        <translation>{path} 含有标签 {label}，但 {name} 只有 {kinds} 类；请重新下载</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>{words}.</source>
        <translation>{words}。</translation>
    </message>
    <message>
        <source>differ ({misfit:.2f})</source>
        <translation>不符（{misfit:.2f}）</translation>
    </message>
    <message>
        <source>sides and tones that pictures have</source>
        <translation>图片通常有的边长和明暗</translation>
    </message>
    <message>
        <source>{channels} × {height} × {width}, {part}, drawn in {range}</source>
        <translation>{channels} × {height} × {width}，{part}，画在 {range} 之间</translation>
    </message>
    <message>
        <source>agree ({misfit:.2f})</source>
        <translation>相符（{misfit:.2f}）</translation>
    </message>
    <message>
        <source>agree roughly ({misfit:.2f})</source>
        <translation>大致相符（{misfit:.2f}）</translation>
    </message>
    <message>
        <source>hardly agree ({misfit:.2f})</source>
        <translation>勉强相符（{misfit:.2f}）</translation>
    </message>
    <message>
        <source>drawn alike</source>
        <translation>画法相同</translation>
    </message>
    <message>
        <source>the first layer&apos;s shape; its distribution is a guess</source>
        <translation>第一层的形状；分布是猜测的</translation>
    </message>
    <message>
        <source>the first statistics: {agreement}</source>
        <translation>最前面的统计量：{agreement}</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>even between -1 and 1</source>
        <translation>在 -1 与 1 之间均匀分布</translation>
    </message>
    <message>
        <source>a row of {width}</source>
        <translation>一行 {width} 个数</translation>
    </message>
    <message>
        <source>1 of its own</source>
        <translation>各有一个 1</translation>
    </message>
    <message>
        <source>{classes} classes, each {vector} {joined} before it</source>
        <translation>{classes} 个类别，每个是{vector}，{joined}，在它前面</translation>
    </message>
    <message>
        <source>{classes} classes, each {vector} {joined}</source>
        <translation>{classes} 个类别，每个是{vector}，{joined}</translation>
    </message>
    <message>
        <source>its statistics: {agreement}</source>
        <translation>它的统计量：{agreement}</translation>
    </message>
    <message>
        <source>the statistics of the layers behind it</source>
        <translation>它后面各层的统计量</translation>
    </message>
    <message>
        <source>the layers before it, and sides that pictures have</source>
        <translation>它前面的各层，以及图片通常有的边长</translation>
    </message>
    <message>
        <source>its function as in the layers before</source>
        <translation>激活函数与前面各层相同</translation>
    </message>
    <message>
        <source>statistics that do not belong to the weights: what is usual, and how the pictures look</source>
        <translation>统计量不属于这些权重：看通常的做法，以及图片的样子</translation>
    </message>
    <message>
        <source>no statistics in the file: what is usual, and how the pictures look</source>
        <translation>文件里没有统计量：看通常的做法，以及图片的样子</translation>
    </message>
    <message>
        <source>it needs more memory than files of weights do; it may be made to do harm</source>
        <translation>它需要的内存比权重文件多；可能是为了作恶</translation>
    </message>
    <message>
        <source>its parts are nested too deep</source>
        <translation>它的部分嵌套太深</translation>
    </message>
    <message>
        <source>it is not only weights, but a whole pickled object (class {name} of module {module}), which would run code of its own; in the program that it comes from, save the weights alone: {how_to_save}</source>
        <translation>它不只是权重，而是一个完整的 pickle 对象（模块 {module} 的类 {name}），会运行它自己的代码；在它来自的程序里，只保存权重：{how_to_save}</translation>
    </message>
    <message>
        <source>it holds numbers of the kind {kind}, which is not read</source>
        <translation>它的数是 {kind} 类型，不能读取</translation>
    </message>
    <message>
        <source>it asks to run {module}.{name}, which weights never need: it may be made to do harm, and nothing of it was run; do not open it with other programs either</source>
        <translation>它要求运行 {module}.{name}，权重从不需要这样：可能是为了作恶，其中没有任何内容被运行；也不要用其他程序打开它</translation>
    </message>
    <message>
        <source>it holds arrays of a kind that is not read (those made by {name})</source>
        <translation>它的数组是不能读取的一种（由 {name} 产生）</translation>
    </message>
    <message>
        <source>it asks to run {module}.{name}, which weights do not need, so nothing of it was run; in the program that it comes from, save the weights alone: {how_to_save}</source>
        <translation>它要求运行 {module}.{name}，权重不需要这样，所以没有运行任何内容；在它来自的程序里，只保存权重：{how_to_save}</translation>
    </message>
    <message>
        <source>it has too many small parts to be a file of weights</source>
        <translation>它的小部分太多，不像权重文件</translation>
    </message>
    <message>
        <source>it uses {name}, an instruction that files of weights do not need</source>
        <translation>它使用 {name}，这是权重文件不需要的指令</translation>
    </message>
    <message>
        <source>it takes a picture and gives one number, so it is a discriminator; open the generator instead</source>
        <translation>它接收一张图片，给出一个数，所以是判别器；请打开生成器</translation>
    </message>
    <message>
        <source>no arrangement of its layers gives a square picture; --assume can say strides and paddings</source>
        <translation>它的层怎样排列都得不到正方形的图片；可以用 --assume 说明步长和填充</translation>
    </message>
    <message>
        <source>nothing that is known here fits its layers and what was assumed</source>
        <translation>这里已知的一切都与它的层和所假定的不符</translation>
    </message>
    <message>
        <source>{path} holds no generator to open: {error}</source>
        <translation>{path} 中没有能打开的生成器：{error}</translation>
    </message>
    <message>
        <source>there is no convolution {name!r} in the file; it has {names}</source>
        <translation>文件里没有卷积 {name!r}；有 {names}</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}</source>
        <translation>{path} 无法读取：{reason}</translation>
    </message>
    <message>
        <source>save the weights alone: {how_to_save}</source>
        <translation>只保存权重：{how_to_save}</translation>
    </message>
    <message>
        <source>it is a TorchScript program, not only weights; where it was made, {only_weights}</source>
        <translation>它是 TorchScript 程序，不只是权重；在产生它的地方，{only_weights}</translation>
    </message>
    <message>
        <source>it is a program written by torch.export, not only weights; where it was made, {only_weights}</source>
        <translation>它是 torch.export 写的程序，不只是权重；在产生它的地方，{only_weights}</translation>
    </message>
    <message>
        <source>it is an ONNX network, whose weights are not read; in the PyTorch program that it comes from, {only_weights}</source>
        <translation>它是 ONNX 网络，其权重不能读取；在它来自的 PyTorch 程序里，{only_weights}</translation>
    </message>
    <message>
        <source>it is a file of Keras or of another program that writes HDF5; only weights of PyTorch are read</source>
        <translation>它是 Keras 或其他写 HDF5 的程序的文件；只读取 PyTorch 的权重</translation>
    </message>
    <message>
        <source>it is a picture, not weights</source>
        <translation>它是一张图片，不是权重</translation>
    </message>
    <message>
        <source>unpack it and open the file of weights in it</source>
        <translation>请解开它，打开里面的权重文件</translation>
    </message>
    <message>
        <source>it is a Python pickle that torch.save did not write; {only_weights}</source>
        <translation>它是 Python 的 pickle，但不是 torch.save 写的；{only_weights}</translation>
    </message>
    <message>
        <source>it is a web page and not the file that it was to be; download the file itself (often behind a button “raw”)</source>
        <translation>它是一个网页，不是要下载的文件；请下载文件本身（常在“raw”按钮后面）</translation>
    </message>
    <message>
        <source>it stands in for a large file that was not downloaded; run git lfs pull, or download the file itself</source>
        <translation>它代替一个没有下载的大文件；请运行 git lfs pull，或下载文件本身</translation>
    </message>
    <message>
        <source>it is a text and holds no weights</source>
        <translation>它是一段文字，不含权重</translation>
    </message>
    <message>
        <source>it is a picture or a film, not weights</source>
        <translation>它是图片或影片，不是权重</translation>
    </message>
    <message>
        <source>it is an array of numpy, which has no names for the layers; only weights of PyTorch are read</source>
        <translation>它是 numpy 的数组，没有各层的名称；只读取 PyTorch 的权重</translation>
    </message>
    <message>
        <source>it is a tar archive, or weights of PyTorch before 2017; {unpack}, or save them anew</source>
        <translation>它是 tar 压缩包，或 2017 年以前的 PyTorch 权重；{unpack}，或重新保存</translation>
    </message>
    <message>
        <source>it is a gzip archive; {unpack}</source>
        <translation>它是 gzip 压缩包；{unpack}</translation>
    </message>
    <message>
        <source>it is a bzip2 archive; {unpack}</source>
        <translation>它是 bzip2 压缩包；{unpack}</translation>
    </message>
    <message>
        <source>it is an xz archive; {unpack}</source>
        <translation>它是 xz 压缩包；{unpack}</translation>
    </message>
    <message>
        <source>it is a 7-Zip archive; {unpack}</source>
        <translation>它是 7-Zip 压缩包；{unpack}</translation>
    </message>
    <message>
        <source>it is a RAR archive; {unpack}</source>
        <translation>它是 RAR 压缩包；{unpack}</translation>
    </message>
    <message>
        <source>it is a Zstandard archive; {unpack}</source>
        <translation>它是 Zstandard 压缩包；{unpack}</translation>
    </message>
    <message>
        <source>it is a database, not weights</source>
        <translation>它是数据库，不是权重</translation>
    </message>
    <message>
        <source>it is a language model, not a generator of pictures</source>
        <translation>它是语言模型，不是图片的生成器</translation>
    </message>
    <message>
        <source>it is a TensorFlow Lite network; only weights of PyTorch are read</source>
        <translation>它是 TensorFlow Lite 网络；只读取 PyTorch 的权重</translation>
    </message>
    <message>
        <source>it is a PDF document, not weights</source>
        <translation>它是 PDF 文档，不是权重</translation>
    </message>
    <message>
        <source>it is a program, not weights</source>
        <translation>它是程序，不是权重</translation>
    </message>
    <message>
        <source>it is an office document, not weights</source>
        <translation>它是办公文档，不是权重</translation>
    </message>
    <message>
        <source>it is a program for telephones, not weights</source>
        <translation>它是手机程序，不是权重</translation>
    </message>
    <message>
        <source>it is an archive of numpy arrays; only weights of PyTorch are read</source>
        <translation>它是 numpy 数组的压缩包；只读取 PyTorch 的权重</translation>
    </message>
    <message>
        <source>it is an archive of pictures, not weights</source>
        <translation>它是图片的压缩包，不是权重</translation>
    </message>
    <message>
        <source>it is an archive with weights in it; {unpack}</source>
        <translation>它是含有权重的压缩包；{unpack}</translation>
    </message>
    <message>
        <source>it is a zip archive of other things, such as {name}, and holds no weights</source>
        <translation>它是其他内容的 zip 压缩包，例如 {name}，不含权重</translation>
    </message>
    <message>
        <source>it is empty; copy or download it again from where it came from</source>
        <translation>它是空的；请从来源重新复制或下载</translation>
    </message>
    <message>
        <source>it is a file of an unknown kind; only weights of PyTorch and .safetensors are read</source>
        <translation>它是未知种类的文件；只读取 PyTorch 的权重和 .safetensors</translation>
    </message>
    <message>
        <source>it is a file of JSON, which may describe a network but holds no weights; open the weights beside it</source>
        <translation>它是 JSON 文件，可能描述网络，但不含权重；请打开它旁边的权重</translation>
    </message>
    <message>
        <source>it is a zip archive with nothing in it</source>
        <translation>它是空的 zip 压缩包</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {error}</source>
        <translation>{path} 无法打开：{error}</translation>
    </message>
    <message>
        <source>it is a folder; open the file of weights in it</source>
        <translation>它是文件夹；请打开其中的权重文件</translation>
    </message>
    <message>
        <source>it is a device or a pipe, not a file</source>
        <translation>它是设备或管道，不是文件</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>it cannot be read, {reason}</source>
        <translation>无法读取，{reason}</translation>
    </message>
    <message>
        <source>the process that reads it does not start, {reason}</source>
        <translation>读取它的进程无法启动，{reason}</translation>
    </message>
    <message>
        <source>it has more than {megabytes:g} MB, too many for such a network</source>
        <translation>它超过 {megabytes:g} MB，对这样的网络来说太大</translation>
    </message>
    <message>
        <source>it takes more than {seconds} seconds to read</source>
        <translation>读取它超过了 {seconds} 秒</translation>
    </message>
    <message>
        <source>it could not be read to its end; it may be damaged or made to do harm</source>
        <translation>它读不到末尾；可能已损坏，或是为了作恶</translation>
    </message>
    <message>
        <source>it holds one array or value, not the weights of a network by their names</source>
        <translation>它只有一个数组或值，不是按名称存的网络权重</translation>
    </message>
    <message>
        <source>the file has no learned slopes, so {name} cannot be what follows its layers</source>
        <translation>文件里没有可学的斜率，所以它的层后面不会是 {name}</translation>
    </message>
    <message>
        <source>{name} is a linear layer; only convolutions have a stride and a padding</source>
        <translation>{name} 是线性层；只有卷积才有步长和填充</translation>
    </message>
    <message>
        <source>its layers form no chain from a vector to a picture</source>
        <translation>它的层连不成从向量到图片的链</translation>
    </message>
    <message>
        <source>it takes a picture and gives {count} numbers, so it is a classifier or an encoder, no generator</source>
        <translation>它接收一张图片，给出 {count} 个数，所以是分类器或编码器，不是生成器</translation>
    </message>
    <message>
        <source>it holds no weights of layers</source>
        <translation>它不含任何层的权重</translation>
    </message>
    <message>
        <source>it has {units} layers with weights; a generator that can be opened has a few</source>
        <translation>它有 {units} 个带权重的层；能打开的生成器只有几个</translation>
    </message>
    <message>
        <source>it has {tables} tables of classes; a generator that can be opened has one</source>
        <translation>它有 {tables} 个类别表；能打开的生成器只有一个</translation>
    </message>
    <message>
        <source>its {norms} normalisations do not belong to its {units} layers</source>
        <translation>它的 {norms} 个归一化与 {units} 个层对不上</translation>
    </message>
    <message>
        <source>{name} holds {unknown}, which belongs to no layer that is known here</source>
        <translation>{name} 含有 {unknown}，不属于这里已知的任何层</translation>
    </message>
    <message>
        <source>its {hidden} hidden layers have {slopes} learned slopes; which is whose is not told</source>
        <translation>它的 {hidden} 个隐藏层有 {slopes} 组可学的斜率；没有说明哪组属于哪层</translation>
    </message>
    <message>
        <source>it takes a picture and makes a picture, so it is an image-to-image network, no generator of a GAN</source>
        <translation>它接收图片，产生图片，所以是图到图的网络，不是 GAN 的生成器</translation>
    </message>
    <message>
        <source>its layers form no chain: {after} does not take what {before} gives</source>
        <translation>它的层连不成链：{after} 接不上 {before} 的输出</translation>
    </message>
    <message>
        <source>{name} holds {slopes} slopes, which {layer} does not have channels for</source>
        <translation>{name} 有 {slopes} 个斜率，与 {layer} 的通道数不符</translation>
    </message>
    <message>
        <source>it</source>
        <translation>它</translation>
    </message>
    <message>
        <source>{name} ({shape}) is no layer of a DCGAN</source>
        <translation>{name}（{shape}）不是 DCGAN 的层</translation>
    </message>
    <message>
        <source>{name} has a kernel of {sides}; only square ones are known</source>
        <translation>{name} 的核是 {sides}；只认识正方形的核</translation>
    </message>
    <message>
        <source>the state of an optimiser, and no weights</source>
        <translation>优化器的状态，没有权重</translation>
    </message>
    <message>
        <source>no weights</source>
        <translation>没有权重</translation>
    </message>
    <message>
        <source>it holds {held} of a network; {save_weights}</source>
        <translation>它含有网络的{held}；{save_weights}</translation>
    </message>
    <message>
        <source>it is of a version of PyTorch&apos;s old format that is not read</source>
        <translation>它是 PyTorch 旧格式的一个不能读取的版本</translation>
    </message>
    <message>
        <source>it is a zip archive of several files of weights; unpack it and open one of them</source>
        <translation>它是含有几个权重文件的 zip 压缩包；请解开它，打开其中一个</translation>
    </message>
    <message>
        <source>it holds no list</source>
        <translation>其中没有列表</translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation>它不是文件</translation>
    </message>
    <message>
        <source>it has more than {megabytes:g} MB</source>
        <translation>它超过 {megabytes:g} MB</translation>
    </message>
    <message>
        <source>it holds a number that is not finite</source>
        <translation>其中有不是有限的数</translation>
    </message>
    <message>
        <source>it holds a whole number of more than 64 bits</source>
        <translation>其中有超过 64 位的整数</translation>
    </message>
    <message>
        <source>it needs more memory than there is</source>
        <translation>所需内存超过现有内存</translation>
    </message>
    <message>
        <source>this generator has no BatchNorm, which could take the statistics of a batch</source>
        <translation>这个生成器没有可使用批统计量的 BatchNorm</translation>
    </message>
    <message>
        <source>: the picture</source>
        <translation>：图片</translation>
    </message>
    <message>
        <source>linear layer</source>
        <translation>线性层</translation>
    </message>
    <message>
        <source>transposed convolution</source>
        <translation>转置卷积</translation>
    </message>
    <message>
        <source>enlarged to {side} × {side}</source>
        <translation>放大到 {side} × {side}</translation>
    </message>
    <message>
        <source>{kind} at {path}</source>
        <translation>{path} 处的 {kind}</translation>
    </message>
    <message>
        <source>laid out as {sides}</source>
        <translation>排成 {sides}</translation>
    </message>
    <message>
        <source>{geometry}, output padding {extra}</source>
        <translation>{geometry}，输出填充 {extra}</translation>
    </message>
    <message>
        <source>slope {slope:g}</source>
        <translation>斜率 {slope:g}</translation>
    </message>
    <message>
        <source>, without what the class adds</source>
        <translation>，不含类别所加的部分</translation>
    </message>
    <message>
        <source>an edit of {length} characters is too long; {example}</source>
        <translation>{length} 个字符的修改太长；{example}</translation>
    </message>
    <message>
        <source>{text!r} is no edit; {example}</source>
        <translation>{text!r} 不是修改；{example}</translation>
    </message>
    <message>
        <source>{region!r} in {text!r} is no region; give X0,Y0,X1,Y1 or {hex_digits} hexadecimal digits</source>
        <translation>{text!r} 里的 {region!r} 不是区域；请给出 X0,Y0,X1,Y1 或 {hex_digits} 个十六进制数字</translation>
    </message>
    <message>
        <source>the region {region} needs 0 &lt;= X0 &lt; X1 &lt;= 1 and 0 &lt;= Y0 &lt; Y1 &lt;= 1</source>
        <translation>区域 {region} 需要 0 &lt;= X0 &lt; X1 &lt;= 1 且 0 &lt;= Y0 &lt; Y1 &lt;= 1</translation>
    </message>
    <message>
        <source>a painted region needs at least one cell</source>
        <translation>画出的区域至少要有一格</translation>
    </message>
    <message>
        <source>an edit of {target} needs at least one channel, or * for all</source>
        <translation>对 {target} 的修改至少要有一个通道，或用 * 表示全部</translation>
    </message>
    <message>
        <source>a gain must lie between {lowest:g} and {highest:g}, not {gain:g}</source>
        <translation>倍数必须在 {lowest:g} 与 {highest:g} 之间，不能是 {gain:g}</translation>
    </message>
    <message>
        <source>{target} has channels 0 to {last}, not {channel} (edit {edit})</source>
        <translation>{target} 的通道是 0 到 {last}，没有 {channel}（修改 {edit}）</translation>
    </message>
    <message>
        <source>{part!r} in {text!r} is no channel; {example}</source>
        <translation>{text!r} 里的 {part!r} 不是通道；{example}</translation>
    </message>
    <message>
        <source>{part!r} in {text!r} is no range of channels; {example}</source>
        <translation>{text!r} 里的 {part!r} 不是通道的范围；{example}</translation>
    </message>
    <message>
        <source>{number!r} in {text!r} is no number; {example}</source>
        <translation>{text!r} 里的 {number!r} 不是数；{example}</translation>
    </message>
    <message>
        <source>1 zero</source>
        <translation>1 个零</translation>
    </message>
    <message>
        <source>{count} zeros</source>
        <translation>{count} 个零</translation>
    </message>
    <message>
        <source>stride {stride}, so {zeros} between</source>
        <translation>步长 {stride}，所以中间放 {zeros}</translation>
    </message>
    <message>
        <source>stride 1, so nothing between</source>
        <translation>步长 1，所以中间不放</translation>
    </message>
    <message>
        <source>{zeros} around</source>
        <translation>四周 {zeros}</translation>
    </message>
    <message>
        <source>{border} cut off all around</source>
        <translation>四周各裁掉 {border}</translation>
    </message>
    <message>
        <source>, {output_padding} more below and right</source>
        <translation>，下边和右边再多 {output_padding}</translation>
    </message>
    <message>
        <source>its sum</source>
        <translation>它的总和</translation>
    </message>
    <message>
        <source>the sum over {count} inputs</source>
        <translation>对 {count} 个输入求和</translation>
    </message>
    <message>
        <source>{kernel}: turned 180°</source>
        <translation>{kernel}：旋转 180°</translation>
    </message>
    <message>
        <source>one step from 5 × 5 to an MNIST picture: stride 5, kernel 10, padding 1</source>
        <translation>一步从 5 × 5 到 MNIST 图片：步长 5，核 10，填充 1</translation>
    </message>
    <message>
        <source>how a DCGAN doubles: stride 2, kernel 4, padding 1</source>
        <translation>DCGAN 怎样加倍：步长 2，核 4，填充 1</translation>
    </message>
    <message>
        <source>the same in a generator of 28 × 28 pictures: stride 2, kernel 4, padding 1</source>
        <translation>28 × 28 图片的生成器也一样：步长 2，核 4，填充 1</translation>
    </message>
    <message>
        <source>3 → 5, uneven</source>
        <translation>3 → 5，不均匀</translation>
    </message>
    <message>
        <source>stride 2 does not divide kernel 3: look at the overlaps</source>
        <translation>步长 2 不能整除核 3：看看重叠</translation>
    </message>
    <message>
        <source>the gather view</source>
        <translation>汇集视图</translation>
    </message>
    <message>
        <source>Stride 1: every inner output is reached by every tap of the kernel, so there is no checkerboard.</source>
        <translation>步长 1：内部的每个输出都由核的每个位置到达，所以没有棋盘格。</translation>
    </message>
    <message>
        <source>Even: {rule}, so every inner row is reached by {counts} of the {kernel} kernel rows, whatever its place. No checkerboard comes from the overlaps.</source>
        <translation>均匀：{rule}，所以内部每一行不论位置都由 {kernel} 行核中的 {counts} 行到达。重叠不会产生棋盘格。</translation>
    </message>
    <message>
        <source>Uneven: inner rows are reached by {counts} kernel rows in turn, because {stride} does not divide {kernel}. Down and across together, {stamps} stamps overlap: a checkerboard (Odena et al. 2016).</source>
        <translation>不均匀：内部各行轮流由 {counts} 行核到达，因为 {stride} 不能整除 {kernel}。纵横合起来有 {stamps} 个印重叠：棋盘格（Odena 等，2016）。</translation>
    </message>
    <message>
        <source>Uneven: inner rows are reached by {counts} kernel rows in turn, because the taps, {dilation} apart, do not share out evenly over a stride of {stride}: a checkerboard.</source>
        <translation>不均匀：内部各行轮流由 {counts} 行核到达，因为相隔 {dilation} 的各个位置不能在步长 {stride} 上均分：棋盘格。</translation>
    </message>
    <message>
        <source>{names} or {last}</source>
        <translation>{names} 或 {last}</translation>
    </message>
    <message>
        <source>the output would be larger than {largest_output}, which is more than can be shown here</source>
        <translation>输出会大于 {largest_output}，这里显示不下</translation>
    </message>
    <message>
        <source>{stride} divides {kernel}</source>
        <translation>{stride} 整除 {kernel}</translation>
    </message>
    <message>
        <source>the taps share out evenly</source>
        <translation>核的位置均分</translation>
    </message>
    <message>
        <source>rows {rows}, columns {columns}</source>
        <translation>第 {rows} 行、第 {columns} 列</translation>
    </message>
    <message>
        <source>there is no pixel {pixel}; rows go from 0 to {height}, columns from 0 to {width}</source>
        <translation>没有像素 {pixel}；行从 0 到 {height}，列从 0 到 {width}</translation>
    </message>
    <message>
        <source>padding {padding} is negative</source>
        <translation>填充 {padding} 是负数</translation>
    </message>
    <message>
        <source>output padding {output_padding} has to be smaller than stride or dilation (here {limit})</source>
        <translation>输出填充 {output_padding} 必须小于步长或膨胀（这里是 {limit}）</translation>
    </message>
    <message>
        <source>an input of {size} would give an output of {result}: padding cuts everything off</source>
        <translation>大小为 {size} 的输入会得到 {result} 的输出：填充把一切都切掉了</translation>
    </message>
    <message>
        <source>{name} {size} is too small; it is at least 1</source>
        <translation>{name} {size} 太小；至少是 1</translation>
    </message>
    <message>
        <source>walking along directions</source>
        <translation>正在沿方向行走</translation>
    </message>
    <message>
        <source>real pictures</source>
        <translation>真实图片</translation>
    </message>
    <message>
        <source>looking at {name}</source>
        <translation>正在查看 {name}</translation>
    </message>
    <message>
        <source>{count} pictures are too few to measure; make at least {fewest}</source>
        <translation>{count} 张图片太少，无法测量；至少生成 {fewest} 张</translation>
    </message>
    <message>
        <source>the generated pictures are {made}, those of {data} were loaded as {real}; load them as the generated ones are</source>
        <translation>生成的图片是 {made}，{data} 的图片按 {real} 载入；请按生成图片的样子载入</translation>
    </message>
    <message>
        <source>{count:,} pictures are few: FID comes out too high and everything varies; compare models at equal numbers, better at {usual_count:,}</source>
        <translation>{count:,} 张图片太少：FID 会偏高，一切都不稳定；请用相同数量比较模型，最好 {usual_count:,} 张</translation>
    </message>
    <message>
        <source>{data} has no pictures that are held out, so memory shows only beside what training pictures have in common with each other</source>
        <translation>{data} 没有留出的图片，所以只有与训练图片之间的共同之处相比，才看得出是否记住了图片</translation>
    </message>
    <message>
        <source>{data} has only {count:,} pictures, so all numbers are uncertain</source>
        <translation>{data} 只有 {count:,} 张图片，所以所有数字都不太可靠</translation>
    </message>
    <message>
        <source>{name} has neither known factors nor classes to score directions against</source>
        <translation>{name} 既没有已知因素，也没有类别，无法给方向打分</translation>
    </message>
    <message>
        <source>{name} has {count} pictures, too few to learn its factors from</source>
        <translation>{name} 有 {count} 张图片，太少，无法从中学习因素</translation>
    </message>
    <message>
        <source>learning to read factors</source>
        <translation>正在学习读取因素</translation>
    </message>
    <message>
        <source>{weights} is missing or damaged; install the program again</source>
        <translation>{weights} 缺失或已损坏；请重新安装程序</translation>
    </message>
    <message>
        <source>the weights of the feature space inception are not here: put {address} into {parent}</source>
        <translation>这里没有特征空间 inception 的权重：请把 {address} 放到 {parent}</translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation>越低越好</translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation>越高越好</translation>
    </message>
    <message>
        <source>1 is as real pictures are</source>
        <translation>1 与真实图片相同</translation>
    </message>
    <message>
        <source>{name} has {count} pictures; at least {fewest} are needed to measure against</source>
        <translation>{name} 有 {count} 张图片；作为测量对照至少需要 {fewest} 张</translation>
    </message>
    <message>
        <source>the feature space {name} needs a package that is not installed: {install}</source>
        <translation>特征空间 {name} 需要一个没有安装的软件包：{install}</translation>
    </message>
    <message>
        <source>the feature space {name} takes no pictures in {colours}</source>
        <translation>特征空间 {name} 不接受 {colours} 图片</translation>
    </message>
    <message>
        <source>drawing {name}</source>
        <translation>正在画 {name}</translation>
    </message>
    <message>
        <source>{path} cannot be used: {unsound}</source>
        <translation>{path} 无法使用：{unsound}</translation>
    </message>
    <message>
        <source>{path} is a .safetensors file, but not a {network} that this program wrote</source>
        <translation>{path} 是 .safetensors 文件，但不是本程序写的 {network}</translation>
    </message>
    <message>
        <source>the weights in {path} do not fit its own config: {misfit}</source>
        <translation>{path} 中的权重与它自己的配置不符：{misfit}</translation>
    </message>
    <message>
        <source>{path} carries a config, but no weights</source>
        <translation>{path} 有配置，但没有权重</translation>
    </message>
    <message>
        <source>{path} has no {name}</source>
        <translation>{path} 没有 {name}</translation>
    </message>
    <message>
        <source>{path} is not a whole .safetensors file: {damage}</source>
        <translation>{path} 不是完整的 .safetensors 文件：{damage}</translation>
    </message>
    <message>
        <source>{path} carries a config that cannot be read: it is missing or damaged</source>
        <translation>{path} 的配置无法读取：缺失或已损坏</translation>
    </message>
    <message>
        <source>{path} carries a config that cannot be read: {error}</source>
        <translation>{path} 的配置无法读取：{error}</translation>
    </message>
    <message>
        <source>a generator has no classes or from 2 to {most} different ones, not {found}</source>
        <translation>生成器没有类别，或有 2 到 {most} 个不同的类别，不能是 {found} 个</translation>
    </message>
    <message>
        <source>{name} is no name of a class</source>
        <translation>{name} 不能作类别的名称</translation>
    </message>
    <message>
        <source>take an earlier snapshot of its run, or get the file again</source>
        <translation>请用这次训练较早的快照，或重新获取文件</translation>
    </message>
    <message>
        <source>it is cut off or damaged; copy it again from where it came from</source>
        <translation>它被截断或已损坏；请从来源处重新复制</translation>
    </message>
    <message>
        <source>{name} is {found} instead of {wanted}</source>
        <translation>{name} 是 {found}，应该是 {wanted}</translation>
    </message>
    <message>
        <source>it is empty; copy it again from where it came from</source>
        <translation>它是空的；请从来源处重新复制</translation>
    </message>
    <message>
        <source>it is a file of another kind</source>
        <translation>它是另一种文件</translation>
    </message>
    <message>
        <source>it is cut off; copy it again from where it came from</source>
        <translation>它被截断了；请从来源处重新复制</translation>
    </message>
    <message>
        <source>one number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation>缺少 {name}</translation>
    </message>
    <message>
        <source>{name} and {more} more are missing</source>
        <translation>缺少 {name} 和另外 {more} 个</translation>
    </message>
    <message>
        <source>{name} is too many</source>
        <translation>多出 {name}</translation>
    </message>
    <message>
        <source>{name} and {more} more are too many</source>
        <translation>多出 {name} 和另外 {more} 个</translation>
    </message>
    <message>
        <source>{broken:,} of the {all:,} numbers in {name} are NaN or infinite; {remedy}</source>
        <translation>{name} 的 {all:,} 个数中有 {broken:,} 个是 NaN 或无穷大；{remedy}</translation>
    </message>
    <message>
        <source>pictures of {size} cannot be made by doubling both sides of a small map; {works}</source>
        <translation>{size} 的图片不能由小图两边加倍得到；{works}</translation>
    </message>
    <message>
        <source>the nearest sizes that work are {one} and {other}</source>
        <translation>最接近的可行大小是 {one} 和 {other}</translation>
    </message>
    <message>
        <source>the nearest that works is {one}</source>
        <translation>最接近的可行大小是 {one}</translation>
    </message>
    <message>
        <source>pictures have {least} to {most} pixels a side, not {size}; {works}</source>
        <translation>图片每边有 {least} 到 {most} 像素，不能是 {size}；{works}</translation>
    </message>
    <message>
        <source>the exported network&apos;s pictures differ from torch&apos;s by {difference:.2g}; nothing was written</source>
        <translation>导出网络的图片与 torch 的相差 {difference:.2g}；没有写入任何文件</translation>
    </message>
    <message>
        <source>{name} is not installed; pip install &apos;latentarium[onnx]&apos;</source>
        <translation>没有安装 {name}；请运行 pip install &apos;latentarium[onnx]&apos;</translation>
    </message>
    <message>
        <source>{path} judges {taken}, and these are {made}</source>
        <translation>{path} 判别的是 {taken}，而这些是 {made}</translation>
    </message>
    <message>
        <source>this session&apos;s generator is gone: {told}; put it back, or beside the session</source>
        <translation>这个会话的生成器不见了：{told}；请把它放回原处，或放到会话文件旁边</translation>
    </message>
    <message>
        <source>{path} has changed since this session was saved; put the old file back, or beside the session</source>
        <translation>{path} 在会话保存之后改变了；请把旧文件放回原处，或放到会话文件旁边</translation>
    </message>
    <message>
        <source>{path} is not a session that this program wrote</source>
        <translation>{path} 不是本程序写的会话</translation>
    </message>
    <message>
        <source>{path} cannot be read as a session ({error})</source>
        <translation>{path} 无法作为会话读取（{error}）</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>{name} must be one of {choices}, not {value}</source>
        <translation>“{name}”必须是 {choices} 之一，不能是 {value}</translation>
    </message>
    <message>
        <source>{name} must be {kind}, not {value}</source>
        <translation>“{name}”必须是{kind}，不能是 {value}</translation>
    </message>
    <message>
        <source>{name} must be a finite number, not {value}</source>
        <translation>“{name}”必须是有限的数，不能是 {value}</translation>
    </message>
    <message>
        <source>{name} must be at least {minimum:.12g}, not {value:.12g}</source>
        <translation>“{name}”至少是 {minimum:.12g}，不能是 {value:.12g}</translation>
    </message>
    <message>
        <source>{name} must be at most {maximum:.12g}, not {value:.12g}</source>
        <translation>“{name}”最多是 {maximum:.12g}，不能是 {value:.12g}</translation>
    </message>
    <message>
        <source>unknown setting {unknown}; this file may come from a newer version</source>
        <translation>未知的设置 {unknown}；这个文件可能来自更新的版本</translation>
    </message>
    <message>
        <source>{value!r} is no picture size; write 64 for a square, or width x height in pixels, such as 96x64</source>
        <translation>{value!r} 不是图片大小；正方形写 64，或写宽 x 高（像素），如 96x64</translation>
    </message>
    <message>
        <source>{model!r} is no bundled model ({names}), no {suffix} file and no run folder</source>
        <translation>{model!r} 不是自带模型（{names}），不是 {suffix} 文件，也不是训练文件夹</translation>
    </message>
    <message>
        <source>{folder} has no snapshot yet; train it further</source>
        <translation>{folder} 还没有快照；请继续训练</translation>
    </message>
    <message>
        <source>there is no discriminator beside {name}; take a generator of a run</source>
        <translation>{name} 旁边没有判别器；请用某次训练的生成器</translation>
    </message>
    <message>
        <source>the run {name} has kept no discriminator; runs trained from now on do</source>
        <translation>训练 {name} 没有保留判别器；今后的训练会保留</translation>
    </message>
    <message>
        <source>{measure} ({space}, {pictures:,} pictures)</source>
        <translation>{measure}（{space}，{pictures:,} 张图片）</translation>
    </message>
    <message>
        <source>networks that were told classes go on with labels</source>
        <translation>学过类别的网络要带着标签继续</translation>
    </message>
    <message>
        <source>the state of step {steps} can be used: --branch-from {run} --from-step {last}, or Continue from here in the window&apos;s timeline</source>
        <translation>可以使用第 {steps} 步的状态：--branch-from {run} --from-step {last}，或在窗口的时间轴里选“从这里继续”</translation>
    </message>
    <message>
        <source>the states of step {steps} can be used: --branch-from {run} --from-step {last}, or Continue from here in the window&apos;s timeline</source>
        <translation>可以使用第 {steps} 步的状态：--branch-from {run} --from-step {last}，或在窗口的时间轴里选“从这里继续”</translation>
    </message>
    <message>
        <source>no older state of this run is whole; start a new run</source>
        <translation>此次训练没有更早的完整状态；请开始新的训练</translation>
    </message>
    <message>
        <source>they need a CUDA device, and this run learns on {device}</source>
        <translation>它们需要 CUDA 设备，而这次训练在 {device} 上进行</translation>
    </message>
    <message>
        <source>several processes exchange numbers within a step</source>
        <translation>多个进程在一步之内交换数</translation>
    </message>
    <message>
        <source>augmentation draws new numbers within a step</source>
        <translation>数据增强在一步之内抽取新的随机数</translation>
    </message>
    <message>
        <source>the loss {loss} draws new numbers within a step</source>
        <translation>损失 {loss} 在一步之内抽取新的随机数</translation>
    </message>
    <message>
        <source>the pictures in {data} are all of one class, {name}; classes need at least two</source>
        <translation>{data} 中的图片都属于一个类别 {name}；至少需要两个类别</translation>
    </message>
    <message>
        <source>the pictures in {data} have {count:,} classes; at most {most:,} can be learned</source>
        <translation>{data} 中的图片有 {count:,} 个类别；最多能学 {most:,} 个</translation>
    </message>
    <message>
        <source>the pictures in {data} have no classes to learn; put those of each class into a folder of its own, or learn without classes</source>
        <translation>{data} 中的图片没有可学的类别；请把每个类别的图片放到各自的文件夹，或不按类别学习</translation>
    </message>
    <message>
        <source>{gone} gone and {new} new</source>
        <translation>少了 {gone}，多了 {new}</translation>
    </message>
    <message>
        <source>{gone} gone</source>
        <translation>少了 {gone}</translation>
    </message>
    <message>
        <source>{new} new</source>
        <translation>多了 {new}</translation>
    </message>
    <message>
        <source>they come in another order</source>
        <translation>顺序不同</translation>
    </message>
    <message>
        <source>the pictures in {data} are not of the classes that this run learned, {changes}; bring those back, or start a new run</source>
        <translation>{data} 中的图片不属于这次训练学过的类别，{changes}；请恢复它们，或开始新的训练</translation>
    </message>
    <message>
        <source>a class needs at least {fewest} pictures; there are fewer of {listed}</source>
        <translation>每个类别至少需要 {fewest} 张图片；{listed} 不够</translation>
    </message>
    <message>
        <source>a class needs at least {fewest} pictures among the first {limit:,}; there are fewer of {listed}</source>
        <translation>每个类别在前 {limit:,} 张里至少需要 {fewest} 张图片；{listed} 不够</translation>
    </message>
    <message>
        <source>{count} picture cannot be read and is left out: {named}</source>
        <translation>{count} 张图片读不出来，已略过：{named}</translation>
    </message>
    <message>
        <source>{count} pictures cannot be read and are left out: {named}</source>
        <translation>{count} 张图片读不出来，已略过：{named}</translation>
    </message>
    <message>
        <source>{data} holds {count} picture; training needs at least 2</source>
        <translation>{data} 中有 {count} 张图片；训练至少需要 2 张</translation>
    </message>
    <message>
        <source>{path}: {reason}</source>
        <translation>{path}：{reason}</translation>
    </message>
    <message>
        <source>{named}; and {more} more, see {file}</source>
        <translation>{named}；还有 {more} 张，见 {file}</translation>
    </message>
    <message>
        <source>{error}; the run goes on and writes its log later; free some space on that disk</source>
        <translation>{error}；训练继续，日志稍后再写；请在那个磁盘上腾出空间</translation>
    </message>
    <message>
        <source>there is room on the disk again; the log has been written, nothing of it is lost</source>
        <translation>磁盘又有空间了；日志已写好，没有丢失任何内容</translation>
    </message>
    <message>
        <source>{error}; training has ended, its state at step {step} is saved: --resume</source>
        <translation>{error}；训练已结束，第 {step} 步的状态已保存：--resume</translation>
    </message>
    <message>
        <source>the device has not enough memory; try a smaller batch size, picture size or network width</source>
        <translation>设备内存不足；请减小批大小、图片尺寸或网络宽度</translation>
    </message>
    <message>
        <source>there is not enough memory; try a smaller batch size, picture size or network width</source>
        <translation>内存不足；请减小批大小、图片尺寸或网络宽度</translation>
    </message>
    <message>
        <source>a note has at most {longest:,} bytes, not {count:,}; shorten it</source>
        <translation>备注最多 {longest:,} 字节，而不是 {count:,}；请缩短</translation>
    </message>
    <message>
        <source>{data} has more pictures than when this run was trained before; it learns from the {count:,} pictures that are there now</source>
        <translation>{data} 里的图片比上次训练时多了；现在用里面的 {count:,} 张图片学习</translation>
    </message>
    <message>
        <source>{data} has in part other pictures than when this run was trained before; it learns from the {count:,} pictures that are there now</source>
        <translation>{data} 里有一部分图片与上次训练时不同；现在用里面的 {count:,} 张图片学习</translation>
    </message>
    <message>
        <source>the pictures in {data} are not those that {folder} was trained on; if they were moved, name their new place: --resume --data PLACE; for other pictures make a branch: --branch-from {folder} --data PLACE</source>
        <translation>{data} 中的图片不是 {folder} 训练时用的；如果它们移动了，请指出新位置：--resume --data 位置；要用别的图片请建分支：--branch-from {folder} --data 位置</translation>
    </message>
    <message>
        <source>the pictures of {folder} are not in {data} any more; name where they are now: --resume --data PLACE</source>
        <translation>{folder} 的图片已不在 {data}；请指出它们现在的位置：--resume --data 位置</translation>
    </message>
    <message>
        <source>{folder} was trained on {data}; start a new run or a branch (--branch-from) for other pictures</source>
        <translation>{folder} 是用 {data} 训练的；要用别的图片请开始新的训练或分支（--branch-from）</translation>
    </message>
    <message>
        <source>{folder} holds a run already; continue it with --resume, or choose another folder</source>
        <translation>{folder} 中已有一次训练；请用 --resume 继续，或另选文件夹</translation>
    </message>
    <message>
        <source>{folder} is not an empty folder; choose another one for the run</source>
        <translation>{folder} 不是空文件夹；请另选一个存放训练</translation>
    </message>
    <message>
        <source>{folder} has no saved state to resume from; start a new run instead</source>
        <translation>{folder} 没有可继续的状态；请开始新的训练</translation>
    </message>
    <message>
        <source>{folder} is being trained by another process; stop that one first</source>
        <translation>另一个进程正在训练 {folder}；请先停止它</translation>
    </message>
    <message>
        <source>{parent} is not a run folder with a readable {name} ({error})</source>
        <translation>{parent} 不是含有可读 {name} 的训练文件夹（{error}）</translation>
    </message>
    <message>
        <source>{path} does not fit this run: of its {name}, {misfit}</source>
        <translation>{path} 与这次训练不符：{name} 中 {misfit}</translation>
    </message>
    <message>
        <source>{path} is not a training state that this program wrote</source>
        <translation>{path} 不是本程序写的训练状态</translation>
    </message>
    <message>
        <source>the numbers exploded: {name} is not finite at step {step}; continue from the last saved state with smaller learning rates</source>
        <translation>数值爆炸：第 {step} 步时 {name} 不是有限数；请从上次保存的状态用更小的学习率继续</translation>
    </message>
    <message>
        <source>{path} does not fit this run: its optimisers or counters are damaged</source>
        <translation>{path} 与这次训练不符：优化器或计数器已损坏</translation>
    </message>
    <message>
        <source>{path} is not a whole state file: {damage}</source>
        <translation>{path} 不是完整的状态文件：{damage}</translation>
    </message>
    <message>
        <source>learning rates are as before: {error}</source>
        <translation>学习率保持不变：{error}</translation>
    </message>
    <message>
        <source>another process of this run does not answer any more</source>
        <translation>此次训练的另一个进程不再应答</translation>
    </message>
    <message>
        <source>another process of this run has ended or cannot be reached</source>
        <translation>此次训练的另一个进程已结束或无法联系</translation>
    </message>
    <message>
        <source>everything up to the last saved state is kept, go on with --resume</source>
        <translation>最后一次保存状态之前的一切都已保留，可用 --resume 继续</translation>
    </message>
    <message>
        <source>everything up to the last saved state is kept, from which torchrun goes on</source>
        <translation>最后一次保存状态之前的一切都已保留，torchrun 将由此继续</translation>
    </message>
    <message>
        <source>at step {step} process {others} has other weights than process 0: a device or memory may be faulty, or their software is not the same; look at that machine; {kept}</source>
        <translation>在第 {step} 步，进程 {others} 的权重与进程 0 不同：设备或内存可能有故障，或软件版本不一致；请检查那台机器；{kept}</translation>
    </message>
    <message>
        <source>{what}; {what_now}</source>
        <translation>{what}；{what_now}</translation>
    </message>
    <message>
        <source>CUDA graphs are not used: {reason}; training goes on without</source>
        <translation>没有使用 CUDA 图：{reason}；训练照常进行</translation>
    </message>
    <message>
        <source>{folder} is not an empty folder; choose another one for the two networks</source>
        <translation>{folder} 不是空文件夹；请为两个网络另选一个</translation>
    </message>
    <message>
        <source>{folder} holds no runs of two networks ({usual}); name the folder of a pair</source>
        <translation>{folder} 中没有两个网络的训练（{usual}）；请指出一对网络的文件夹</translation>
    </message>
    <message>
        <source>the runs in {folder} differ in more than their kind, so they cannot be compared</source>
        <translation>{folder} 中的训练不只种类不同，无法比较</translation>
    </message>
    <message>
        <source>one step</source>
        <translation>一步</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation>{count} 步</translation>
    </message>
    <message>
        <source>{pictures} pictures: an epoch is {epoch}, so {epochs} epochs are {total} steps, too few to learn much; end the run after minutes or steps instead, or after more epochs</source>
        <translation>{pictures} 张图片：一个周期是{epoch}，所以 {epochs} 个周期是 {total} 步，学不到多少；请改用分钟数或步数作为终点，或增加周期</translation>
    </message>
    <message>
        <source>up to {needed} of disk</source>
        <translation>最多占磁盘 {needed}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{hours:.1f} h</source>
        <translation>{hours:.1f} 小时</translation>
    </message>
    <message>
        <source>{words}, but only {free} are free</source>
        <translation>{words}，但只剩 {free}</translation>
    </message>
    <message>
        <source>{words} ({free} free)</source>
        <translation>{words}（剩余 {free}）</translation>
    </message>
    <message>
        <source>training on {device} with {pictures} pictures{classes}{unreadable}, {steps_per_epoch} steps an epoch, from step {step}, until {until}</source>
        <translation>在 {device} 上用 {pictures} 张图片训练{classes}{unreadable}，每个周期 {steps_per_epoch} 步，从第 {step} 步到 {until}</translation>
    </message>
    <message>
        <source>epoch {epoch} ended at step {step} after {elapsed}</source>
        <translation>第 {epoch} 个周期在第 {step} 步结束，用时 {elapsed}</translation>
    </message>
    <message>
        <source>paused at step {step}</source>
        <translation>在第 {step} 步暂停</translation>
    </message>
    <message>
        <source>resumed at step {step}</source>
        <translation>在第 {step} 步继续</translation>
    </message>
    <message>
        <source>learning rates from step {step} on: G {lr_g:g}, D {lr_d:g}{left}</source>
        <translation>从第 {step} 步起的学习率：G {lr_g:g}，D {lr_d:g}{left}</translation>
    </message>
    <message>
        <source>one step of {network} at step {step}</source>
        <translation>第 {step} 步：{network} 一步</translation>
    </message>
    <message>
        <source>step {step}: {found}{best}; measuring took {share:.1%} of the time</source>
        <translation>第 {step} 步：{found}{best}；测量占用时间的 {share:.1%}</translation>
    </message>
    <message>
        <source>step {step}: {message} {advice}</source>
        <translation>第 {step} 步：{message}{advice}</translation>
    </message>
    <message>
        <source>warning: {message}</source>
        <translation>警告：{message}</translation>
    </message>
    <message>
        <source>finished at step {step} after {elapsed}</source>
        <translation>在第 {step} 步完成，用时 {elapsed}</translation>
    </message>
    <message>
        <source>cut by the scheduler at step {step} after {elapsed}; everything is saved</source>
        <translation>在第 {step} 步被调度程序中断，用时 {elapsed}；一切都已保存</translation>
    </message>
    <message>
        <source>stopped at step {step} after {elapsed}; everything is saved</source>
        <translation>在第 {step} 步停止，用时 {elapsed}；一切都已保存</translation>
    </message>
    <message>
        <source>failed: {message}</source>
        <translation>失败：{message}</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source> of {classes} classes</source>
        <translation>，共 {classes} 个类别</translation>
    </message>
    <message>
        <source>, {unreadable} unreadable left out</source>
        <translation>，略去 {unreadable} 张无法读取的</translation>
    </message>
    <message>
        <source>, of which the decay leaves {share:.0%} now</source>
        <translation>，衰减后现在是其 {share:.0%}</translation>
    </message>
    <message>
        <source>, the best so far</source>
        <translation>，目前最好</translation>
    </message>
    <message>
        <source>{total_steps} steps</source>
        <translation>{total_steps} 步</translation>
    </message>
    <message>
        <source>{total_seconds:g} minutes</source>
        <translation>{total_seconds:g} 分钟</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>{one}, {other}</source>
        <translation>{one}，{other}</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>图片大小</translation>
    </message>
    <message>
        <source>Pixels of a side, such as 64, or width x height, such as 96x64: from 16 to 512, and small maps doubled a few times. Every doubling makes training about four times slower.</source>
        <translation>边长的像素数，如 64，或宽 x 高，如 96x64：从 16 到 512，由小图加倍几次得到。每加倍一次，训练约慢四倍。</translation>
    </message>
    <message>
        <source>Colour channels</source>
        <translation>颜色通道</translation>
    </message>
    <message>
        <source>1 for grey pictures, 3 for colour.</source>
        <translation>1 为灰度图片，3 为彩色。</translation>
    </message>
    <message>
        <source>Length of the latent vector z: how many sliders the generator has.</source>
        <translation>潜在向量 z 的长度：生成器有多少个滑块。</translation>
    </message>
    <message>
        <source>Generator width</source>
        <translation>生成器宽度</translation>
    </message>
    <message>
        <source>Feature maps in the generator&apos;s last hidden layer; earlier layers have 2, 4 and 8 times as many. Fully connected layers have 4, 8 and 16 times as many numbers.</source>
        <translation>生成器最后一个隐藏层的特征图数；前面各层是它的 2、4、8 倍。全连接层的数是它的 4、8、16 倍。</translation>
    </message>
    <message>
        <source>Discriminator width</source>
        <translation>判别器宽度</translation>
    </message>
    <message>
        <source>Feature maps in the discriminator&apos;s first layer; later layers have 2, 4 and 8 times as many. Fully connected layers have 8 and 4 times as many numbers.</source>
        <translation>判别器第一层的特征图数；后面各层是它的 2、4、8 倍。全连接层的数是它的 8 倍和 4 倍。</translation>
    </message>
    <message>
        <source>Layers of D</source>
        <translation>D 的层</translation>
    </message>
    <message>
        <source>dcgan halves the picture with every layer, as in the DCGAN paper; deep has one more layer behind the last halving, which sees whole shapes; sndcgan keeps and halves the side in turn: better per picture, several times slower; made for spectral normalisation.</source>
        <translation>dcgan：每层把图片减半，如 DCGAN 论文；deep：最后一次减半之后再加一层，能看到整个形状；sndcgan：交替保持边长和减半，每张图片更好，但慢几倍，为谱归一化而设计。</translation>
    </message>
    <message>
        <source>Normalisation of D</source>
        <translation>D 的归一化</translation>
    </message>
    <message>
        <source>What keeps D&apos;s layers in check: BatchNorm as in the DCGAN paper, spectral normalisation, which is steadier, or none.</source>
        <translation>用什么约束 D 的各层：批（BatchNorm，如 DCGAN 论文），谱（谱归一化，更稳定），或无。</translation>
    </message>
    <message>
        <source>Kind of networks</source>
        <translation>网络种类</translation>
    </message>
    <message>
        <source>fully-connected has linear layers alone, as most introductions begin: every pixel is a sum of its own, without neighbours; convolutional is the DCGAN: small kernels slide over maps that grow, so neighbouring pixels are made together.</source>
        <translation>全连接：只有线性层，如多数入门教程的开头，每个像素是单独的和，没有邻居；卷积：即 DCGAN，小小的核在逐渐变大的图上滑动，相邻的像素一起画出。</translation>
    </message>
    <message>
        <source>What to learn from: a named set, or a folder, .zip or .npy file of your own pictures.</source>
        <translation>从什么学习：一个有名称的数据集，或你自己的图片，可以是文件夹、.zip 或 .npy 文件。</translation>
    </message>
    <message>
        <source>Learn classes</source>
        <translation>学习类别</translation>
    </message>
    <message>
        <source>Tell both networks what kind each picture is of, so that the generator can be asked for one: the classes of a named set, or the folders that your own pictures are sorted into.</source>
        <translation>告诉两个网络每张图片属于哪一类，这样就能让生成器画某一类：数据集的类别，或你自己的图片按文件夹的分类。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>周期数</translation>
    </message>
    <message>
        <source>How often every picture is seen. Empty: no limit of this kind.</source>
        <translation>每张图片看多少次。空：没有这种上限。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>How many batches are learned from. Empty: no limit of this kind.</source>
        <translation>从多少批中学习。空：没有这种上限。</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟数</translation>
    </message>
    <message>
        <source>How long to train. Empty: no limit of this kind.</source>
        <translation>训练多久。空：没有这种上限。</translation>
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
    <message>
        <source>Learning rate of D</source>
        <translation>D 的学习率</translation>
    </message>
    <message>
        <source>Step length of the discriminator&apos;s Adam. Lower it when D wins at once.</source>
        <translation>判别器的 Adam 的步长。如果 D 一下子就赢，请降低它。</translation>
    </message>
    <message>
        <source>Decay of learning rates</source>
        <translation>学习率衰减</translation>
    </message>
    <message>
        <source>Over this last share of the run both learning rates fall evenly to 0, which settles the pictures: 1 is all of it, 0.5 the second half, 0 never. The first limit to be reached counts; a run without an end keeps its rates, and one that goes on longer goes by its new end.</source>
        <translation>在训练的最后这个比例内，两个学习率均匀降到 0，使图片稳定下来：1 是全程，0.5 是后半程，0 是从不。以最先到的上限为准；没有终点的训练学习率不变，继续更久的按新的终点。</translation>
    </message>
    <message>
        <source>Adam beta 1</source>
        <translation>Adam beta 1</translation>
    </message>
    <message>
        <source>Adam&apos;s momentum. The DCGAN paper found 0.9 unstable and took 0.5.</source>
        <translation>Adam 的动量。DCGAN 论文发现 0.9 不稳定，取 0.5。</translation>
    </message>
    <message>
        <source>Adam beta 2</source>
        <translation>Adam beta 2</translation>
    </message>
    <message>
        <source>Adam&apos;s memory of gradient size.</source>
        <translation>Adam 对梯度大小的记忆。</translation>
    </message>
    <message>
        <source>bce is the DCGAN paper&apos;s; hinge goes well with spectral normalisation; wgan-gp is slower and never saturates; relativistic sets each real picture against a generated one, which keeps G from drawing but a few things; it wants R1 and R2 penalties and no BatchNorm in D.</source>
        <translation>bce：DCGAN 论文的损失；hinge：适合谱归一化；wgan-gp：更慢，从不饱和；relativistic：把每张真实图片与一张生成图片相比，使 G 不至于只画几种，需要 R1 和 R2 惩罚，D 不用 BatchNorm。</translation>
    </message>
    <message>
        <source>R1 penalty</source>
        <translation>R1 惩罚</translation>
    </message>
    <message>
        <source>Weight (gamma) of the R1 penalty, which keeps D smooth around real pictures; 1 to 10 is usual, 0 is none.</source>
        <translation>R1 惩罚的权重（gamma），使 D 在真实图片附近平滑；通常 1 到 10，0 为不用。</translation>
    </message>
    <message>
        <source>R2 penalty</source>
        <translation>R2 惩罚</translation>
    </message>
    <message>
        <source>The same at generated pictures (R2), which the relativistic loss wants beside R1. With one of the two alone D is smooth on one side only.</source>
        <translation>同样用于生成图片（R2），relativistic 损失除 R1 外还需要它。只用其中一个，D 就只在一边平滑。</translation>
    </message>
    <message>
        <source>Steps between penalties</source>
        <translation>惩罚的间隔步数</translation>
    </message>
    <message>
        <source>D&apos;s penalties are computed every so many steps only, with as many times the weight: 4 to 16 saves most of what they cost.</source>
        <translation>D 的惩罚每隔这么多步才算一次，权重乘以同样的倍数：4 到 16 可省去大部分开销。</translation>
    </message>
    <message>
        <source>Differentiable augmentation</source>
        <translation>可微增强</translation>
    </message>
    <message>
        <source>Change colours, shift and cut holes into what D sees, real or generated, so that it cannot learn a small collection by heart.</source>
        <translation>改变 D 所看图片（真实或生成）的颜色，移动并挖洞，使它无法把小数据集背下来。</translation>
    </message>
    <message>
        <source>Even kernels</source>
        <translation>均匀的卷积核</translation>
    </message>
    <message>
        <source>After each step, make what a transposed convolution of G answers to flat maps flat again, as its taps else draw a checkerboard into flat colour.</source>
        <translation>每一步之后，使 G 的转置卷积对平坦特征图的输出重新变得平坦；否则它的权重会在纯色中画出棋盘格。</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>With bce, real pictures are labelled 1 minus this, which keeps D from growing too sure.</source>
        <translation>用 bce 时，真实图片的标签为 1 减去它，使 D 不至于过于确信。</translation>
    </message>
    <message>
        <source>EMA decay</source>
        <translation>EMA 衰减</translation>
    </message>
    <message>
        <source>The saved generator is a running average of G; the decay is ramped up to this value.</source>
        <translation>保存的生成器是 G 的滑动平均；衰减逐步升到这个值。</translation>
    </message>
    <message>
        <source>EMA half-life</source>
        <translation>EMA 半衰期</translation>
    </message>
    <message>
        <source>Half-life of the running average in pictures, whatever the batch size: 20000 means that what was learned from the last 20,000 counts half. Shorter while a run is young. Empty: by the EMA decay.</source>
        <translation>滑动平均的半衰期，以图片数计，与批大小无关：20000 表示最近 20,000 张所学的占一半。训练初期更短。空：按 EMA 衰减。</translation>
    </message>
    <message>
        <source>Mirror pictures</source>
        <translation>镜像图片</translation>
    </message>
    <message>
        <source>Flip half of the pictures, drawn anew each time, left to right. Not for digits or letters.</source>
        <translation>每次随机把一半图片左右翻转。不适合数字或字母。</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Your own pictures of other proportions: middle takes the largest part in the middle, whole adds margins, stretch changes their proportions.</source>
        <translation>你自己的图片比例不同时：中间，取中间最大的部分；整张，加上边缘；拉伸，改变比例。</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>What transparent parts and margins of your own pictures show.</source>
        <translation>你自己的图片中透明部分和边缘显示什么。</translation>
    </message>
    <message>
        <source>Value range</source>
        <translation>值的范围</translation>
    </message>
    <message>
        <source>Your own pictures with 16 bits or floating point: auto stretches what all of them hold from black to white, type takes 0..65535, or 0..1 for floats; or two numbers such as 0..4095. A run keeps what was found.</source>
        <translation>你自己的 16 位或浮点图片：自动，把所有图片的值从黑拉伸到白；type 取 0..65535，浮点取 0..1；或两个数，如 0..4095。训练会保留所定的范围。</translation>
    </message>
    <message>
        <source>The same seed, settings and thread count give the same run on CPU.</source>
        <translation>相同的种子、设置和线程数，在 CPU 上训练结果相同。</translation>
    </message>
    <message>
        <source>auto is CUDA, else MPS, else CPU.</source>
        <translation>自动：有 CUDA 用 CUDA，否则 MPS，再否则 CPU。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>auto is bfloat16 where the device computes with it natively and float32 elsewhere.</source>
        <translation>自动：设备原生支持时用 bfloat16，否则用 float32。</translation>
    </message>
    <message>
        <source>CUDA graphs</source>
        <translation>CUDA 图</translation>
    </message>
    <message>
        <source>Record once what a step does on a CUDA device, and replay it: small networks learn faster, as the parts of a step are not launched one by one. Where it cannot be done the run says why and goes on without.</source>
        <translation>把一步训练在 CUDA 设备上所做的事录制一次，然后重放：小网络学得更快，因为一步中的各个部分不必逐一启动。做不到时，训练会说明原因并照常继续。</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>CPU threads; 0 takes one for each core.</source>
        <translation>CPU 线程数；0 为每个核心一个。</translation>
    </message>
    <message>
        <source>Limit pictures</source>
        <translation>限制图片数</translation>
    </message>
    <message>
        <source>Learn from this many pictures only. Empty: all.</source>
        <translation>只从这么多图片中学习。空：全部。</translation>
    </message>
    <message>
        <source>Pictures in the sample grid.</source>
        <translation>样本网格中的图片数。</translation>
    </message>
    <message>
        <source>Seconds between samples</source>
        <translation>样本间隔秒数</translation>
    </message>
    <message>
        <source>A sample grid is drawn this often at first, later more rarely.</source>
        <translation>起初每隔这么久画一次样本网格，以后渐稀。</translation>
    </message>
    <message>
        <source>Snapshot every … s</source>
        <translation>快照间隔秒数</translation>
    </message>
    <message>
        <source>The generator is saved this often at first, later more rarely; the picture of a followed run changes with it.</source>
        <translation>起初每隔这么久保存一次生成器，以后渐稀；跟随训练的图片随之改变。</translation>
    </message>
    <message>
        <source>Seconds between saved states</source>
        <translation>保存状态的间隔秒数</translation>
    </message>
    <message>
        <source>All that resume needs is saved this often.</source>
        <translation>每隔这么久保存继续训练所需的一切。</translation>
    </message>
    <message>
        <source>Steps between saved states</source>
        <translation>保存状态的间隔步数</translation>
    </message>
    <message>
        <source>All that resume needs is saved after this many steps, too. Empty: by time only.</source>
        <translation>每隔这么多步也保存继续训练所需的一切。空：只按时间。</translation>
    </message>
    <message>
        <source>States to branch from</source>
        <translation>可分支的状态</translation>
    </message>
    <message>
        <source>How many saved states are kept to branch from, the older the further apart. Each is about seven times as large as a generator in full precision.</source>
        <translation>保留多少个状态供分支用，越早越稀。每个约为全精度生成器的七倍大。</translation>
    </message>
    <message>
        <source>TensorBoard files</source>
        <translation>TensorBoard 文件</translation>
    </message>
    <message>
        <source>Write the curves for TensorBoard, too, into the run&apos;s folder tensorboard. Needs the package tensorboard.</source>
        <translation>也为 TensorBoard 把曲线写入训练文件夹的 tensorboard。需要 tensorboard 包。</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Searches at most; none follows one that comes close enough.</source>
        <translation>最多搜索几次；足够接近后不再搜索。</translation>
    </message>
    <message>
        <source>Steps of each search at most.</source>
        <translation>每次搜索最多几步。</translation>
    </message>
    <message>
        <source>Points looked at</source>
        <translation>查看的点</translation>
    </message>
    <message>
        <source>Random points looked at to find where to start.</source>
        <translation>查看多少随机点来找起点。</translation>
    </message>
    <message>
        <source>Pull to the centre</source>
        <translation>拉向中心</translation>
    </message>
    <message>
        <source>How much a long z counts as an error; keeps z near those that the generator was trained on.</source>
        <translation>z 的长度算多少误差；使 z 靠近生成器训练时的 z。</translation>
    </message>
    <message>
        <source>Where the random points come from.</source>
        <translation>随机点的来源。</translation>
    </message>
    <message>
        <source>By pixels</source>
        <translation>按像素</translation>
    </message>
    <message>
        <source>Root mean square difference of the pixels, in grey levels of 255.</source>
        <translation>像素的均方根差，以灰度级计（共 255）。</translation>
    </message>
    <message>
        <source>By appearance</source>
        <translation>按外观</translation>
    </message>
    <message>
        <source>The same over several sizes; forgives what is shifted a little.</source>
        <translation>同上，但用几种大小；容许略微移位。</translation>
    </message>
    <message>
        <source>By the discriminator</source>
        <translation>按判别器</translation>
    </message>
    <message>
        <source>How differently the discriminator sees them, from 0 to 2.</source>
        <translation>判别器看来有多不同，从 0 到 2。</translation>
    </message>
    <message>
        <source>The numbers exploded: a loss or a weight is infinite or no number at all.</source>
        <translation>数值爆炸：某个损失或权重无穷大或不是数。</translation>
    </message>
    <message>
        <source>Continue from the last saved state with smaller learning rates; if that does not help, use precision fp32.</source>
        <translation>从最后保存的状态用更小的学习率继续；如果无效，改用精度 fp32。</translation>
    </message>
    <message>
        <source>D wins: it tells real from generated pictures without a doubt, so G hardly gets a hint how to improve.</source>
        <translation>D 赢了：它毫无疑问地区分真实与生成图片，G 几乎得不到改进的提示。</translation>
    </message>
    <message>
        <source>Lower the learning rate of D or raise that of G, smooth the labels (0.1), or augment if the pictures are few.</source>
        <translation>降低 D 的学习率或提高 G 的学习率，平滑标签（0.1），图片少时使用增强。</translation>
    </message>
    <message>
        <source>G has collapsed: whatever the z, it draws nearly the same few pictures.</source>
        <translation>G 坍缩了：不论 z 是什么，它画的几乎都是同样几张图片。</translation>
    </message>
    <message>
        <source>Go back to a state from before and lower the learning rate of G, or take the hinge loss with spectral normalisation.</source>
        <translation>回到之前的状态并降低 G 的学习率，或改用 hinge 损失加谱归一化。</translation>
    </message>
    <message>
        <source>The two networks chase each other: the pictures get better and worse in turns.</source>
        <translation>两个网络互相追逐：图片时好时坏。</translation>
    </message>
    <message>
        <source>Lower both learning rates, keep Adam&apos;s beta 1 at 0.5 or below, or take larger batches.</source>
        <translation>降低两个学习率，让 Adam 的 beta 1 不超过 0.5，或用更大的批。</translation>
    </message>
    <message>
        <source>The run has lost what it had learned: its pictures are twice as far from real ones as they were, and stay so.</source>
        <translation>这次训练丢失了已学到的东西：图片与真实图片的距离是先前的两倍，而且一直如此。</translation>
    </message>
    <message>
        <source>Go back to a state from before and lower both learning rates, or Adam&apos;s beta 2 to 0.99. The best snapshot is kept in any case.</source>
        <translation>回到之前的状态，降低两个学习率，或把 Adam 的 beta 2 降到 0.99。最好的快照总会保留。</translation>
    </message>
    <message>
        <source>Nothing has been learned yet: the pictures are as far from real ones as at the start.</source>
        <translation>还没有学到东西：图片与真实图片的距离仍和开始时一样。</translation>
    </message>
    <message>
        <source>Raise the learning rates (0.0002 is usual) and check that the pictures are what you think they are.</source>
        <translation>提高学习率（通常 0.0002），并检查图片是否如你所想。</translation>
    </message>
    <message>
        <source>The pictures are all the same, or so dark or faint that nobody could tell them apart: nothing but that one picture can be learned, and no distance to them means anything.</source>
        <translation>图片全都一样，或太暗太淡无法分辨：除了这一张什么也学不到，与它们的距离也没有意义。</translation>
    </message>
    <message>
        <source>Look at them with Preview; choose a folder of different pictures, or another value range if they are that dark.</source>
        <translation>用“预览”看看；选一个图片不同的文件夹，太暗时换一个值的范围。</translation>
    </message>
    <message>
        <source>MP4 film</source>
        <translation>MP4 影片</translation>
    </message>
    <message>
        <source>GIF film</source>
        <translation>GIF 影片</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>numpy array</source>
        <translation>numpy 数组</translation>
    </message>
    <message>
        <source>Page that draws in any browser</source>
        <translation>可在任何浏览器中画图的网页</translation>
    </message>
    <message>
        <source>ONNX network, checked against torch</source>
        <translation>ONNX 网络，与 torch 核对过</translation>
    </message>
    <message>
        <source>Generator without its run</source>
        <translation>不带训练的生成器</translation>
    </message>
    <message>
        <source>Fully connected</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>has linear layers alone, as most introductions begin: every pixel is a sum of its own, without neighbours</source>
        <translation>只有线性层，如多数入门教程的开头：每个像素是单独的和，没有邻居</translation>
    </message>
    <message>
        <source>is the DCGAN: small kernels slide over maps that grow, so neighbouring pixels are made together</source>
        <translation>即 DCGAN：小小的核在逐渐变大的图上滑动，相邻的像素一起画出</translation>
    </message>
    <message>
        <source>FID</source>
        <translation>FID</translation>
    </message>
    <message>
        <source>The Fréchet distance between generated and real pictures: how far apart their features are on the whole, by mean and spread. It comes out too high for few pictures, so compare equal numbers of them.</source>
        <translation>生成图片与真实图片之间的 Fréchet 距离：从均值和协方差来看，两者的特征整体上相差多远。图片少时结果会偏高，所以只在数量相同时比较。</translation>
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
        <source>density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>As precision, but pictures count more where real ones are many, and outliers hardly; can be above 1.</source>
        <translation>类似精确率，但真实图片多的地方更重要，离群的几乎不计；可以大于 1。</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>As recall, but outliers among the generated pictures add nothing.</source>
        <translation>类似召回率，但生成图片中离群的不加分。</translation>
    </message>
    <message>
        <source>sliced distance</source>
        <translation>切片距离</translation>
    </message>
    <message>
        <source>The sliced Wasserstein distance of features of generated pictures to those of real ones. Two draws of real pictures are about 1 apart.</source>
        <translation>生成图片与真实图片的特征的切片 Wasserstein 距离。两批真实图片相距约 1。</translation>
    </message>
    <message>
        <source>diversity of features</source>
        <translation>特征多样性</translation>
    </message>
    <message>
        <source>The mean distance between the features of two generated pictures, divided by that between two real ones.</source>
        <translation>两张生成图片的特征的平均距离，除以两张真实图片的。</translation>
    </message>
    <message>
        <source>distance to training pictures</source>
        <translation>与训练图片的距离</translation>
    </message>
    <message>
        <source>How far generated pictures are from the nearest training picture, divided by how far new real ones are. Well below 1 they are copies.</source>
        <translation>生成图片与最近的训练图片相距多远，除以新的真实图片的距离。远小于 1 就是抄袭。</translation>
    </message>
    <message>
        <source>close to training pictures</source>
        <translation>接近训练图片</translation>
    </message>
    <message>
        <source>The share of generated pictures that are closer to a training picture than 99 of 100 new real ones; 0.010 is what to expect without memory.</source>
        <translation>比 100 张新的真实图片中的 99 张更接近训练图片的生成图片所占比例；没有记住图片时应为 0.010。</translation>
    </message>
    <message>
        <source>distance to real pictures</source>
        <translation>与真实图片的距离</translation>
    </message>
    <message>
        <source>The sliced Wasserstein distance of generated pictures to real ones. Lower is closer; two batches of real pictures are about 1 apart.</source>
        <translation>生成图片与真实图片的切片 Wasserstein 距离。越低越接近；两批真实图片相距约 1。</translation>
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
        <source>path length</source>
        <translation>路径长度</translation>
    </message>
    <message>
        <source>How far a path goes, as the eye sees it.</source>
        <translation>路径在眼睛看来走了多远。</translation>
    </message>
    <message>
        <source>grey levels</source>
        <translation>灰度级</translation>
    </message>
    <message>
        <source>unevenness</source>
        <translation>不均匀度</translation>
    </message>
    <message>
        <source>The largest step over the mean one: 1 for a path that changes evenly.</source>
        <translation>最大一步与平均一步之比：均匀变化的路径为 1。</translation>
    </message>
    <message>
        <source>Factorisation (SeFa)</source>
        <translation>分解（SeFa）</translation>
    </message>
    <message>
        <source>The directions that the generator&apos;s first weight amplifies most. Needs no samples.</source>
        <translation>生成器第一个权重放大最多的方向。不需要样本。</translation>
    </message>
    <message>
        <source>Components (PCA)</source>
        <translation>主成分（PCA）</translation>
    </message>
    <message>
        <source>The principal components of what the first block does with 2,000 random points (GANSpace).</source>
        <translation>第一个块对 2,000 个随机点所做的主成分（GANSpace）。</translation>
    </message>
    <message>
        <source>Sprites</source>
        <translation>Sprites</translation>
    </message>
    <message>
        <source>20,000 coloured shapes, drawn by this program from factors that are known; nothing to download.</source>
        <translation>20,000 个彩色形状，由程序按已知因素画出；无需下载。</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>60,000 handwritten digits by Y. LeCun, C. Cortes and C. Burges (CC BY-SA 3.0).</source>
        <translation>60,000 个手写数字，Y. LeCun、C. Cortes、C. Burges（CC BY-SA 3.0）。</translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation>Fashion-MNIST</translation>
    </message>
    <message>
        <source>60,000 grey pictures of clothes by Zalando Research (MIT licence).</source>
        <translation>60,000 张服装灰度图片，Zalando Research（MIT 许可）。</translation>
    </message>
    <message>
        <source>Kuzushiji-MNIST</source>
        <translation>Kuzushiji-MNIST</translation>
    </message>
    <message>
        <source>60,000 cursive Japanese characters by the Center for Open Data in the Humanities (CC BY-SA 4.0).</source>
        <translation>60,000 个日文草书字符，Center for Open Data in the Humanities（CC BY-SA 4.0）。</translation>
    </message>
    <message>
        <source>CIFAR-10</source>
        <translation>CIFAR-10</translation>
    </message>
    <message>
        <source>50,000 small photographs of ten kinds of things by A. Krizhevsky (2009; no licence stated).</source>
        <translation>50,000 张十类事物的小照片，A. Krizhevsky（2009；未注明许可）。</translation>
    </message>
    <message>
        <source>Street View House Numbers</source>
        <translation>Street View House Numbers</translation>
    </message>
    <message>
        <source>73,257 digits cut from photographs of houses by Y. Netzer and others (non-commercial use only).</source>
        <translation>73,257 个从房屋照片截取的数字，Y. Netzer 等（仅限非商业用途）。</translation>
    </message>
    <message>
        <source>CelebA</source>
        <translation>CelebA</translation>
    </message>
    <message>
        <source>162,770 aligned faces by Z. Liu and others, cropped to the middle (non-commercial research only).</source>
        <translation>162,770 张对齐的人脸，Z. Liu 等，裁取中间（仅限非商业研究）。</translation>
    </message>
    <message>
        <source>Fashion-MNIST (excerpt)</source>
        <translation>Fashion-MNIST（节选）</translation>
    </message>
    <message>
        <source>1,000 pictures, as many of each class, which come with the program, for a first try without a download. They are some of these: 60,000 grey pictures of clothes by Zalando Research (MIT licence).</source>
        <translation>1,000 张图片，各类数量相同，程序自带，无需下载即可试用。节选自：60,000 张服装灰度图片，Zalando Research（MIT 许可）。</translation>
    </message>
    <message>
        <source>no run can be started in it</source>
        <translation>无法在其中开始训练</translation>
    </message>
    <message>
        <source>no set can be downloaded</source>
        <translation>无法下载数据集</translation>
    </message>
    <message>
        <source>pictures cannot be packed, and what was measured of them is not kept</source>
        <translation>无法打包图片，测量结果也不会保留</translation>
    </message>
    <message>
        <source>settings, the log and unsaved work are not kept</source>
        <translation>设置、日志和未保存的工作都不会保留</translation>
    </message>
    <message>
        <source>A look in 2 minutes</source>
        <translation>2 分钟看看</translation>
    </message>
    <message>
        <source>Small networks on small pictures: in two minutes on an ordinary processor noise turns into shapes.</source>
        <translation>小网络，小图片：在普通处理器上两分钟，噪声就变成形状。</translation>
    </message>
    <message>
        <source>The best for the time</source>
        <translation>时间内的最好效果</translation>
    </message>
    <message>
        <source>What experiments found best for these pictures, their size and the time that you give it.</source>
        <translation>实验得出的对这些图片、大小和时间最好的设置。</translation>
    </message>
    <message>
        <source>28 px, the best in 5 minutes</source>
        <translation>28 像素，5 分钟的最好效果</translation>
    </message>
    <message>
        <source>Clothes of Fashion-MNIST by the recipe that experiments found best for a short run.</source>
        <translation>Fashion-MNIST 的服装，用实验得出的短时训练的最好配方。</translation>
    </message>
    <message>
        <source>28 px as in the article</source>
        <translation>28 像素，如文章</translation>
    </message>
    <message>
        <source>Handwritten digits, grown from 7 over 14 to 28 pixels; about half an hour on an ordinary processor.</source>
        <translation>手写数字，从 7 经 14 长到 28 像素；普通处理器约半小时。</translation>
    </message>
    <message>
        <source>Fully connected, as the article begins</source>
        <translation>全连接，如文章开头</translation>
    </message>
    <message>
        <source>Linear layers alone, on handwritten digits: fast, but no pixel knows its neighbours, so strokes come out in specks.</source>
        <translation>只有线性层，手写数字：快，但像素不认识邻居，所以笔画是碎点。</translation>
    </message>
    <message>
        <source>64 px as in the DCGAN paper</source>
        <translation>64 像素，如 DCGAN 论文</translation>
    </message>
    <message>
        <source>Networks, batches and learning rates of Radford, Metz and Chintala (2016). It needs a graphics card.</source>
        <translation>Radford、Metz、Chintala（2016）的网络、批和学习率。需要显卡。</translation>
    </message>
    <message>
        <source>Small own collection</source>
        <translation>自己的小数据集</translation>
    </message>
    <message>
        <source>For some hundred pictures of your own: mirrored, and augmented so that D cannot learn them by heart.</source>
        <translation>适合几百张自己的图片：镜像并增强，使 D 无法背下来。</translation>
    </message>
    <message>
        <source>Grey features</source>
        <translation>灰度特征</translation>
    </message>
    <message>
        <source>128 features of a small network that comes with this program; it was trained to tell digits, clothes and drawn shapes apart. For grey pictures, which it sees at 28 pixels.</source>
        <translation>程序自带的小网络的 128 个特征；它学过区分数字、服装和画出的形状。用于灰度图片，按 28 像素看。</translation>
    </message>
    <message>
        <source>Colour features</source>
        <translation>彩色特征</translation>
    </message>
    <message>
        <source>320 features of EfficientNet-Lite0, which has learned the classes of ImageNet and sees pictures at 64 pixels. For colour pictures; grey ones are possible.</source>
        <translation>EfficientNet-Lite0 的 320 个特征，它学过 ImageNet 的类别，按 64 像素看图片。用于彩色图片，也可用于灰度图片。</translation>
    </message>
    <message>
        <source>Inception features</source>
        <translation>Inception 特征</translation>
    </message>
    <message>
        <source>2,048 features of the Inception v3 network that published FIDs are taken in; slow, and its weights have to be fetched by hand.</source>
        <translation>Inception v3 网络的 2,048 个特征，发表的 FID 都用它；慢，权重需要自己获取。</translation>
    </message>
    <message>
        <source>dcgan</source>
        <translation>dcgan</translation>
    </message>
    <message>
        <source>deep</source>
        <translation>deep</translation>
    </message>
    <message>
        <source>sndcgan</source>
        <translation>sndcgan</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批</translation>
    </message>
    <message>
        <source>spectral</source>
        <translation>谱</translation>
    </message>
    <message>
        <source>fully-connected</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>convolutional</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>bce</source>
        <translation>bce</translation>
    </message>
    <message>
        <source>hinge</source>
        <translation>hinge</translation>
    </message>
    <message>
        <source>wgan-gp</source>
        <translation>wgan-gp</translation>
    </message>
    <message>
        <source>relativistic</source>
        <translation>relativistic</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>中间</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>整张</translation>
    </message>
    <message>
        <source>stretch</source>
        <translation>拉伸</translation>
    </message>
    <message>
        <source>white</source>
        <translation>白</translation>
    </message>
    <message>
        <source>black</source>
        <translation>黑</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>fp32</source>
        <translation>fp32</translation>
    </message>
    <message>
        <source>bf16</source>
        <translation>bf16</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Settings and log</source>
        <translation>设置和日志</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Diverging</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Magma</source>
        <translation>Magma</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Ones</source>
        <translation>全 1</translation>
    </message>
    <message>
        <source>Impulse</source>
        <translation>脉冲</translation>
    </message>
    <message>
        <source>Slopes</source>
        <translation>斜坡</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>training</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>about to start again</source>
        <translation>即将重新开始</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
</context>
</TS>
